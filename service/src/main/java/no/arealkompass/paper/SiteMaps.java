package no.arealkompass.paper;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Maps of sites as pictures, over our own layers: no tile server is asked, so they can be drawn anywhere and sent to anyone.
 * Only what is handed in is pointed out on them.
 */
@Component
public class SiteMaps {
    /** The least width of ground on a map: an outline alone tells nobody where it is. */
    private static final double LEAST_M = 12_000;

    private static final double MARGIN = 0.35;
    /** Wider than this, small roads would hide everything else. */
    private static final double WIDE_M = 16_000;

    private static final double VERY_WIDE_M = 45_000;
    private static final List<String> DRAWN = List.of("veger", "jernbane", "stasjoner", "innsjoer", "tettbebyggelse");
    private static final List<String> GREATNESS = List.of("P", "K", "F", "R", "E");

    private final PaperRepository repository;
    private final Datasets datasets;
    /** Borders of the version in use: a union of whole municipalities, which no request should wait for twice. */
    private final Map<Long, List<MapScene.Border>> borders = new ConcurrentHashMap<>();

    SiteMaps(PaperRepository repository, Datasets datasets) {
        this.repository = repository;
        this.datasets = datasets;
    }

    /**
     * A site to point out.
     *
     * @param number what its badge says; empty = no badge
     * @param stored its outline in the storage CRS
     * @param plots outlines of its plots in the storage CRS
     */
    public record Shown(String number, Geometry stored, List<Geometry> plots) {}

    /**
     * A map of sites.
     *
     * @param letters size of the lettering in pixels
     * @return a PNG of this many pixels; the same ground gives the same bytes
     */
    public byte[] png(Caller caller, List<Shown> shown, int width, int height, double letters) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var ground = ground(caller, window(shown, (double) width / height), width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = MapPicture.graphics(image);
        new SitePicture(g, new Rectangle(0, 0, width, height), letters, ground).draw(shown);
        g.dispose();
        return Slide.png(image);
    }

    /** Whom the ground of the maps is to be credited to. */
    public String credit(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return Stream.concat(municipalities(caller).stream(), DRAWN.stream().flatMap(id -> inUse(caller, id).stream()))
                .map(version -> version.source().attribution())
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private SiteGround ground(Caller caller, Envelope window, int pixels) {
        int srid = datasets.region(caller).srid();
        double finest = window.getWidth() / pixels;
        var roads =
                new ArrayList<>(things(caller, "veger", "vegnummer", roads(window.getWidth()), window, finest, srid));
        roads.sort(Comparator.comparingInt(road -> GREATNESS.indexOf(road.kind())));
        return new SiteGround(
                window,
                municipalities(caller)
                        .map(version -> borders.computeIfAbsent(version.id(), id -> repository.borders(id, srid)))
                        .orElse(List.of()),
                things(caller, "innsjoer", "navn", List.of(), window, finest, srid),
                things(caller, "tettbebyggelse", "navn", List.of(), window, finest, srid),
                roads,
                things(caller, "jernbane", "bane", List.of(), window, finest, srid),
                things(caller, "stasjoner", "navn", List.of(), window, finest, srid));
    }

    private static List<String> roads(double widthM) {
        return widthM > VERY_WIDE_M
                ? List.of("E", "R", "F")
                : widthM > WIDE_M ? List.of("E", "R", "F", "K") : List.of("E", "R", "F", "K", "P");
    }

    private List<SiteGround.Thing> things(
            Caller caller,
            String dataset,
            String name,
            List<String> classes,
            Envelope window,
            double finest,
            int srid) {
        return inUse(caller, dataset)
                .map(version -> repository.things(version.id(), name, classes, window, finest, srid))
                .orElse(List.of());
    }

    private Optional<DatasetVersion> inUse(Caller caller, String dataset) {
        return datasets.find(caller, dataset).flatMap(known -> datasets.inUse(caller, known.id()));
    }

    private Optional<DatasetVersion> municipalities(Caller caller) {
        return datasets.all(caller).stream()
                .filter(dataset -> dataset.role() == DatasetRole.MUNICIPALITIES)
                .flatMap(dataset -> datasets.inUse(caller, dataset.id()).stream())
                .findFirst();
    }

    /** The sites with room around them, in the shape of the picture. */
    static Envelope window(List<Shown> shown, double ratio) {
        var window = new Envelope();
        shown.forEach(one -> window.expandToInclude(one.stored().getEnvelopeInternal()));
        if (window.isNull()) {
            return new Envelope(0, LEAST_M, 0, LEAST_M / ratio);
        }
        double width = Math.max(window.getWidth(), window.getHeight() * ratio) * (1 + MARGIN);
        width = Math.max(width, LEAST_M);
        var middle = window.centre();
        return new Envelope(
                middle.x - width / 2, middle.x + width / 2, middle.y - width / ratio / 2, middle.y + width / ratio / 2);
    }
}
