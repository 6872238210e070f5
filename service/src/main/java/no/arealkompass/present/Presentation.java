package no.arealkompass.present;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A site as it is shown to somebody: only the fields that were chosen, in one language.
 *
 * @param number 1, 2, 3 … in the order asked for
 * @param id stable name in addresses; null when the site's name is not shown
 * @param name its name, or "Site 1" when that is not shown
 * @param kindName what it is, in words
 * @param age null when not chosen
 * @param groups facts, those that may knock the site out first
 * @param strategy what the region's strategy says, in a friendly sentence; null when not chosen or not judged
 * @param verdict what planners would say; null when not chosen
 * @param contact null when not chosen or not stated
 * @param outline null when the map is not shown
 * @param sources every source of what is shown, once
 */
public record Presentation(
        int number,
        @Nullable String id,
        String name,
        Kind kind,
        String kindName,
        List<Place> municipalities,
        @Nullable Age age,
        List<FactGroup> groups,
        List<Distance> distances,
        List<Plot> plots,
        List<Medium> media,
        List<Neighbour> neighbours,
        @Nullable StrategyWord strategy,
        @Nullable Verdict verdict,
        @Nullable Contact contact,
        @Nullable Outline outline,
        List<String> sources) {

    /** Land to build on, or a place where goods change between road and rail. */
    public enum Kind {
        LAND,
        TERMINAL
    }

    /**
     * A municipality the site lies in.
     *
     * @param share part of the site's area that lies there, 0..1
     */
    public record Place(String number, String name, double share) {}

    /**
     * How old what is stated is.
     *
     * @param outdated marked as such everywhere
     * @param text in a sentence or two
     * @param confirmedOn null when nobody has confirmed it
     */
    public record Age(
            boolean outdated, String text, @Nullable LocalDate confirmedOn, LocalDate since) {}

    /**
     * The way by road to a destination.
     *
     * @param key id of the destination
     * @param car minutes by car in words, or why there are none; empty when not chosen
     * @param lorry the same for a lorry of 60 tonnes
     */
    public record Distance(
            String key,
            String to,
            String car,
            @Nullable Double carMinutes,
            String lorry,
            @Nullable Double lorryMinutes,
            String source) {}

    /**
     * A plot within the site.
     *
     * @param status {@code free}, {@code option}, {@code sold} or empty
     * @param statusName the same in words
     */
    public record Plot(
            String name, String status, String statusName, String area, double areaDaa, List<FactLine> facts) {}

    /**
     * A picture or a film elsewhere, to be linked to and never fetched.
     *
     * @param kind {@code picture} or {@code film}
     * @param text what it shows
     */
    public record Medium(String kind, String url, String text) {}

    /** Another published site nearby, in a straight line from border to border. */
    public record Neighbour(String id, String name, String kindName, String distance, double metres) {}

    /**
     * What the strategy says.
     *
     * @param strategy its name and whether it is adopted
     * @param why address of the page where every point is explained; null for a site that is not public
     */
    public record StrategyWord(
            String sentence, String strategy, @Nullable String why) {}

    /**
     * What planners would say of the site, without adornment.
     *
     * @param plan what the plan says
     * @param lines one for each purpose: points or what excludes it
     * @param mustCheck what must be looked into
     * @param basis which strategy and which run
     */
    public record Verdict(String plan, List<String> lines, List<String> mustCheck, String basis) {}

    /** Whom to call about the site: a role, never a private person. */
    public record Contact(String role, String phone, String mail, String statedBy, String on) {}

    /**
     * Where the site lies.
     *
     * @param crs84 longitude and latitude
     * @param stored the same in the storage CRS, metres
     * @param schematic a plain figure round a published point
     * @param point longitude and latitude of a point inside
     * @param bbox west, south, east, north
     */
    public record Outline(
            Geometry crs84,
            Geometry stored,
            List<Part> parts,
            boolean schematic,
            double accuracyM,
            List<Double> point,
            List<Double> bbox) {}

    /** The shape of a plot; only with the plots. */
    public record Part(String name, String status, Geometry crs84, Geometry stored) {}
}
