package no.arealkompass.paper;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.arealkompass.paper.MapScene.Style;

/** What the colours, patterns and lines of a map mean: only what is on it. Flows over as many lines as it needs. */
final class Legend {
    private final Graphics2D g;
    private final MapPicture map;
    private final Language language;
    private final double size;

    Legend(Graphics2D g, MapPicture map, Language language, double size) {
        this.g = g;
        this.map = map;
        this.language = language;
        this.size = size;
    }

    private record Entry(String text, ZoneGroup group, Style style) {}

    private List<Entry> entries(MapScene scene) {
        Set<ZoneGroup> groups = EnumSet.noneOf(ZoneGroup.class);
        scene.zones().forEach(zone -> groups.add(zone.group()));
        Set<Style> styles = EnumSet.noneOf(Style.class);
        scene.marks().forEach(mark -> styles.add(mark.style()));
        List<Entry> entries = new ArrayList<>();
        styles.forEach(style -> entries.add(new Entry(name(style), ZoneGroup.OTHER, style)));
        groups.forEach(group -> entries.add(new Entry(group.name(language), group, Style.SITE)));
        return entries;
    }

    private String name(Style style) {
        return switch (style) {
            case DEVIATION -> language.of("Avvik", "Deviation");
            case MISSING -> language.of("Mangler i planen", "Missing from the plan");
            case UNDECIDED -> language.of("Kan ikke avgjøres", "Cannot be decided");
            case NOTE -> language.of("Merknad", "Note");
            case SITE -> language.of("Område", "Site");
        };
    }

    /** How many pixels it takes below each other within a width. */
    double height(MapScene scene, double width) {
        return flow(scene, 0, 0, width, false);
    }

    void draw(MapScene scene, double x, double y, double width) {
        flow(scene, x, y, width, true);
    }

    private double flow(MapScene scene, double x, double y, double width, boolean draw) {
        var entries = entries(scene);
        int marks = (int)
                scene.marks().stream().map(MapScene.Mark::style).distinct().count();
        double left = x;
        double top = y;
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            double wide = size * 2.5 + Lettering.REGULAR.width(entry.text(), size) + size;
            if (left > x && left + wide > x + width) {
                left = x;
                top += size * 1.6;
            }
            if (draw) {
                entry(entry, i < marks, left, top);
            }
            left += wide;
        }
        return entries.isEmpty() ? 0 : top - y + size * 1.6;
    }

    private void entry(Entry entry, boolean mark, double x, double y) {
        var swatch = new Rectangle2D.Double(x, y + size * 0.1, size * 2, size * 1.1);
        if (mark) {
            g.setColor(MapPicture.colour(entry.style()));
            g.setStroke(MapPicture.stroke(entry.style(), size));
            g.draw(new Line2D.Double(x, y + size * 0.65, x + size * 2, y + size * 0.65));
        } else {
            g.setColor(entry.group().colour());
            g.fill(swatch);
            map.pattern(swatch, entry.group());
            g.setColor(MapPicture.MUTED);
            g.setStroke(new BasicStroke(1f));
            g.draw(swatch);
        }
        g.setColor(MapPicture.INK);
        Lettering.REGULAR.draw(g, entry.text(), x + size * 2.5, y + size, size);
    }
}
