package no.arealkompass.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Draws sites over their ground: borders, water, roads with numbers, rail, stations, outlines, and where in the region. */
final class SitePicture {
    private static final Color WATER = new Color(0xBFD9E6);
    private static final Color BUILT_UP = new Color(0xE3DDD6);
    private static final Color ROAD_EDGE = new Color(0x8A7350);
    private static final Color GREAT_ROAD = new Color(0xE7A33B);
    private static final Color ROAD = new Color(0xF6DE9C);
    private static final Color SMALL_ROAD = new Color(0xB9BFBC);
    private static final Color RAIL = new Color(0x3B4448);
    private static final Color SITE = new Color(0x0B4F46);
    private static final Color SITE_FILL = new Color(0x0B, 0x4F, 0x46, 70);
    private static final Color PLOT = new Color(255, 255, 255, 150);
    /** Narrower pictures have no room for the small map of the region. */
    private static final double INSET_FROM = 30;

    /** Part of the width kept free of names round a site. */
    private static final double AROUND = 0.09;

    private static final int LONGEST_NUMBER = 6;

    private final Graphics2D g;
    private final Rectangle frame;
    private final double unit;
    private final SiteGround ground;
    private final MapPicture map;

    SitePicture(Graphics2D g, Rectangle frame, double unit, SiteGround ground) {
        this.g = g;
        this.frame = frame;
        this.unit = unit;
        this.ground = ground;
        map = new MapPicture(g, frame, unit, ground.window());
    }

    void draw(List<SiteMaps.Shown> shown) {
        map.fill(frame, MapPicture.ABROAD);
        ground.borders().forEach(border -> map.fill(map.shape(border.area()), MapPicture.GROUND));
        ground.builtUp().forEach(area -> map.fill(map.shape(area.shape()), BUILT_UP));
        ground.water().forEach(lake -> map.fill(map.shape(lake.shape()), WATER));
        ground.borders().forEach(map::border);
        roads();
        ground.rails().forEach(rail -> rail(rail.shape()));
        sites(shown);
        ground.borders().forEach(border -> name(border, shown));
        numbers();
        ground.stations().forEach(this::station);
        map.badges(shown.stream()
                .map(one -> new MapScene.Mark(one.number(), one.stored(), MapScene.Style.SITE))
                .toList());
        if (frame.width > INSET_FROM * unit && !ground.borders().isEmpty()) {
            inset(shown);
        }
        map.scaleBar();
        map.northArrow();
    }

    /** A municipality's name stands where no site is. */
    private void name(MapScene.Border border, List<SiteMaps.Shown> shown) {
        var free = map.seenPart(border.area());
        for (var one : shown) {
            var taken = one.stored().getEnvelopeInternal();
            taken.expandBy(ground.window().getWidth() * AROUND);
            free = free.difference(free.getFactory().toGeometry(taken));
        }
        map.borderName(new MapScene.Border(border.name(), free));
    }

    private void roads() {
        for (var road : ground.roads()) {
            line(road.shape(), ROAD_EDGE, width(road.kind()) + 0.12, null);
        }
        for (var road : ground.roads()) {
            var colour = switch (road.kind()) {
                case "E", "R" -> GREAT_ROAD;
                case "F" -> ROAD;
                default -> SMALL_ROAD;
            };
            line(road.shape(), colour, width(road.kind()), null);
        }
    }

    private static double width(String kind) {
        return switch (kind) {
            case "E" -> 0.42;
            case "R" -> 0.34;
            case "F" -> 0.24;
            default -> 0.1;
        };
    }

    private void rail(Geometry shape) {
        line(shape, RAIL, 0.2, null);
        line(shape, Color.WHITE, 0.1, new float[] {(float) (unit * 0.5), (float) (unit * 0.5)});
    }

    private void line(Geometry shape, Color colour, double width, float @Nullable [] dash) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) (unit * width), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0));
        g.draw(map.shape(shape));
    }

    private void sites(List<SiteMaps.Shown> shown) {
        for (var one : shown) {
            var shape = map.shape(one.stored());
            map.fill(shape, SITE_FILL);
            one.plots().forEach(plot -> {
                map.fill(map.shape(plot), PLOT);
                line(plot, SITE, 0.08, null);
            });
            line(one.stored(), Color.WHITE, 0.5, null);
            line(one.stored(), SITE, 0.26, null);
            var bounds = shape.getBounds2D();
            if (one.number().isEmpty() && Math.max(bounds.getWidth(), bounds.getHeight()) < 2 * unit) {
                ring(one.stored());
            }
        }
    }

    /** What is smaller than the lettering is looked for in vain without a ring. */
    private void ring(Geometry site) {
        var middle = site.getEnvelopeInternal().centre();
        var ring = MapPicture.disc(map.at(middle.x, middle.y), unit * 1.4);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke((float) (unit * 0.5)));
        g.draw(ring);
        g.setColor(SITE);
        g.setStroke(new BasicStroke((float) (unit * 0.26)));
        g.draw(ring);
    }

    /** A road's number stands once, in the middle of its longest visible stretch. */
    private void numbers() {
        Set<String> told = new HashSet<>();
        for (var road : ground.roads().reversed()) {
            var number = number(road);
            if (!number.isEmpty() && told.add(number)) {
                longest(number).ifPresent(line -> shield(number, middle(line)));
            }
        }
    }

    /** Great roads only; "E16", "20". */
    private static String number(SiteGround.Thing road) {
        var name = road.name().strip();
        boolean great = List.of("E", "R", "F").contains(road.kind()) && name.length() <= LONGEST_NUMBER;
        return !great ? "" : road.kind().equals("E") && name.matches("\\d+") ? "E" + name : name;
    }

    private Optional<LineString> longest(String number) {
        return ground.roads().stream()
                .filter(road -> number(road).equals(number))
                .flatMap(road -> IntStream.range(0, road.shape().getNumGeometries())
                        .mapToObj(i -> road.shape().getGeometryN(i)))
                .filter(LineString.class::isInstance)
                .map(LineString.class::cast)
                .filter(line -> line.getNumPoints() > 1)
                .max(Comparator.comparingDouble(Geometry::getLength));
    }

    private static Coordinate middle(LineString line) {
        return new LengthIndexedLine(line).extractPoint(line.getLength() / 2);
    }

    private void shield(String name, Coordinate place) {
        var at = map.at(place.x, place.y);
        double size = unit * 0.72;
        double wide = Lettering.BOLD.width(name, size) + size * 0.7;
        var box = new Rectangle2D.Double(at.x - wide / 2, at.y - size * 0.7, wide, size * 1.35);
        if (!frame.contains(box)) {
            return;
        }
        map.fill(box, Color.WHITE);
        g.setColor(ROAD_EDGE);
        g.setStroke(new BasicStroke((float) (unit * 0.08)));
        g.draw(box);
        g.setColor(MapPicture.INK);
        Lettering.BOLD.draw(g, name, at.x - wide / 2 + size * 0.35, at.y + size * 0.3, size);
    }

    private void station(SiteGround.Thing station) {
        var place = station.shape().getInteriorPoint();
        var at = map.at(place.getX(), place.getY());
        double r = unit * 0.3;
        map.fill(new Ellipse2D.Double(at.x - r, at.y - r, 2 * r, 2 * r), RAIL);
        double size = unit * 0.8;
        double wide = Lettering.REGULAR.width(station.name(), size);
        if (at.x + r + wide < frame.x + frame.width && at.y > frame.y + size) {
            map.text(Lettering.REGULAR, station.name(), at.x + r * 1.8, at.y + size * 0.35, size, RAIL);
        }
    }

    /** Where in the region: its municipalities small in a corner, with what the map shows. */
    private void inset(List<SiteMaps.Shown> shown) {
        var all = new Envelope();
        ground.borders().forEach(border -> all.expandToInclude(border.area().getEnvelopeInternal()));
        if (ground.window().contains(all)) {
            return;
        }
        all.expandBy(all.getWidth() * 0.05);
        int height = (int) Math.min(unit * 9, frame.height * 0.38);
        int width = (int) Math.min(height * all.getWidth() / all.getHeight(), frame.width * 0.3);
        var place = new Rectangle(frame.x + (int) unit / 2, frame.y + (int) (unit / 2), width, height);
        map.fill(place, Color.WHITE);
        var clip = g.getClip();
        g.clip(place);
        var small = new MapPicture(g, place, unit * 0.5, all);
        ground.borders().forEach(border -> map.fill(small.shape(border.area()), MapPicture.GROUND));
        ground.borders().forEach(small::border);
        for (var one : shown) {
            var middle = one.stored().getInteriorPoint();
            Point2D.Double at = small.at(middle.getX(), middle.getY());
            map.fill(MapPicture.disc(at, unit * 0.42), Color.WHITE);
            map.fill(MapPicture.disc(at, unit * 0.32), SITE);
        }
        g.setClip(clip);
        g.setColor(MapPicture.MUTED);
        g.setStroke(new BasicStroke(1f));
        g.draw(place);
    }
}
