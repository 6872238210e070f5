package no.arealkompass.paper;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What a map picture shows, from the ground up. All coordinates are in the storage CRS (metres).
 *
 * @param borders municipal borders
 * @param zones zones of plans, coloured by their group
 * @param marks what is pointed out, each with its number
 * @param credit who the ground is to be credited to
 */
record MapScene(List<Border> borders, List<Zone> zones, List<Mark> marks, String credit) {
    private static final double MARGIN = 0.06;

    /** A municipality. */
    record Border(String name, Geometry area) {}

    /** A zone of a plan. */
    record Zone(Geometry area, ZoneGroup group) {}

    /** How a mark is drawn, so that the kinds differ without colour. */
    enum Style {
        DEVIATION,
        MISSING,
        UNDECIDED,
        NOTE,
        SITE
    }

    /**
     * Ground that is pointed out.
     *
     * @param number what its badge says; empty = outlined without a badge
     */
    record Mark(String number, Geometry area, Style style) {}

    /** What must be seen: the zones and the marks, or the borders where there is nothing else; with a little around it. */
    Envelope extent() {
        var extent = new Envelope();
        zones.forEach(zone -> extent.expandToInclude(zone.area().getEnvelopeInternal()));
        marks.forEach(mark -> extent.expandToInclude(mark.area().getEnvelopeInternal()));
        if (extent.isNull()) {
            borders.forEach(border -> extent.expandToInclude(border.area().getEnvelopeInternal()));
        }
        if (extent.isNull()) {
            return new Envelope(0, 1000, 0, 1000);
        }
        extent.expandBy(Math.max(100, Math.max(extent.getWidth(), extent.getHeight()) * MARGIN));
        return extent;
    }

    /** The same ground with badges on the first marks only: a small map has no room for more. */
    MapScene badged(int first) {
        List<Mark> fewer = new ArrayList<>(marks.size());
        for (var mark : marks) {
            fewer.add(fewer.size() < first ? mark : new Mark("", mark.area(), mark.style()));
        }
        return new MapScene(borders, zones, fewer, credit);
    }
}
