package no.arealkompass.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.awt.PointTransformation;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Draws a scene into a rectangle of a picture: borders, zones with colour and pattern, marks with outlines and numbers, a
 * scale bar and a north arrow. North is that of the grid.
 */
final class MapPicture {
    static final Color INK = new Color(0x14262B);
    static final Color MUTED = new Color(0x4A5960);
    static final Color BAD = new Color(0x9C2B23);
    static final Color PAPER = Color.WHITE;
    static final Color GROUND = new Color(0xF4F6F4);
    static final Color ABROAD = new Color(0xE4E9E7);
    static final Color HALO = new Color(255, 255, 255, 235);
    /** More badges than this hide the map they are on; the rest is outlined, and is in the tables. */
    private static final int MOST_BADGES = 30;

    private final Graphics2D g;
    private final Rectangle frame;
    private final double unit;
    private final double metresPerPixel;
    private final Point2D.Double corner;
    private final Envelope seen;

    /**
     * A map of an extent in a frame.
     *
     * @param unit size of the lettering in pixels
     */
    MapPicture(Graphics2D g, Rectangle frame, double unit, Envelope extent) {
        this.g = g;
        this.frame = frame;
        this.unit = unit;
        metresPerPixel = Math.max(extent.getWidth() / frame.width, extent.getHeight() / frame.height);
        double width = frame.width * metresPerPixel;
        double height = frame.height * metresPerPixel;
        var middle = extent.centre();
        corner = new Point2D.Double(middle.x - width / 2, middle.y + height / 2);
        seen = new Envelope(corner.x, corner.x + width, corner.y - height, corner.y);
    }

    /** Smooth edges, and nothing that depends on the machine. */
    static Graphics2D graphics(BufferedImage image) {
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    /** Where a place is in the picture. */
    Point2D.Double at(double x, double y) {
        return new Point2D.Double(frame.x + (x - corner.x) / metresPerPixel, frame.y + (corner.y - y) / metresPerPixel);
    }

    void draw(MapScene scene) {
        var clip = g.getClip();
        g.clip(frame);
        fill(frame, ABROAD);
        scene.borders().forEach(border -> fill(shape(border.area()), GROUND));
        scene.zones().forEach(this::zone);
        scene.borders().forEach(this::border);
        scene.marks().reversed().forEach(this::mark);
        scene.borders().forEach(this::borderName);
        badges(scene.marks());
        scaleBar();
        northArrow();
        g.setClip(clip);
        g.setColor(MUTED);
        g.setStroke(new BasicStroke(1f));
        g.draw(new Rectangle2D.Double(frame.x + 0.5, frame.y + 0.5, frame.width - 1.0, frame.height - 1.0));
    }

    void fill(Shape shape, Color colour) {
        g.setPaint(colour);
        g.fill(shape);
    }

    Shape shape(Geometry geometry) {
        PointTransformation place = (from, to) -> to.setLocation(at(from.x, from.y));
        var writer = new ShapeWriter(place);
        writer.setRemoveDuplicatePoints(true);
        return writer.toShape(geometry);
    }

    private void zone(MapScene.Zone zone) {
        if (!seen.intersects(zone.area().getEnvelopeInternal())) {
            return;
        }
        var shape = shape(zone.area());
        fill(shape, zone.group().colour());
        pattern(shape, zone.group());
        g.setColor(new Color(0x6B, 0x75, 0x79));
        g.setStroke(new BasicStroke((float) (unit * 0.05)));
        g.draw(shape);
    }

    /** The pattern of a group over a shape; the same on the map and in its legend. */
    void pattern(Shape shape, ZoneGroup group) {
        if (group.pattern != ZoneGroup.Pattern.NONE) {
            g.setPaint(Hatch.of(group, (int) Math.max(6, Math.round(unit * 0.6))));
            g.fill(shape);
        }
    }

    void border(MapScene.Border border) {
        g.setColor(MUTED);
        float on = (float) unit;
        g.setStroke(new BasicStroke(
                (float) (unit * 0.13), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {on, on / 2}, 0));
        g.draw(shape(border.area()));
    }

    void borderName(MapScene.Border border) {
        var part = seenPart(border.area());
        if (part.isEmpty() || part.getArea() < seen.getArea() / 40) {
            return;
        }
        var place = part.getInteriorPoint();
        var at = at(place.getX(), place.getY());
        double width = Lettering.BOLD.width(border.name(), unit);
        double left = Math.clamp(at.x - width / 2, frame.x + unit / 2, frame.x + frame.width - width - unit / 2);
        text(Lettering.BOLD, border.name(), left, at.y, unit, MUTED);
    }

    Geometry seenPart(Geometry area) {
        var window = area.getFactory().toGeometry(seen);
        if (PreparedGeometryFactory.prepare(window).covers(area)) {
            return area;
        }
        return GeometryFixer.fix(area).intersection(window);
    }

    /** Text that can be read on any ground. */
    void text(Lettering letters, String text, double x, double y, double size, Color colour) {
        double width = letters.width(text, size);
        fill(
                new Rectangle2D.Double(x - size * 0.25, y - size * 0.95, width + size * 0.5, size * 1.25),
                new Color(255, 255, 255, 200));
        g.setColor(colour);
        letters.draw(g, text, x, y, size);
    }

    private void mark(MapScene.Mark mark) {
        var shape = shape(mark.area());
        g.setColor(HALO);
        g.setStroke(new BasicStroke((float) (unit * 0.42), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
        g.setColor(colour(mark.style()));
        g.setStroke(stroke(mark.style(), unit));
        g.draw(shape);
    }

    static Color colour(MapScene.Style style) {
        return switch (style) {
            case DEVIATION -> BAD;
            case MISSING -> new Color(0x1857B8);
            case UNDECIDED -> new Color(0x7A4D00);
            case NOTE -> MUTED;
            case SITE -> new Color(0x0B4F46);
        };
    }

    /** Whole, dashed, dotted or dash-dotted: the kinds differ without colour. */
    static BasicStroke stroke(MapScene.Style style, double unit) {
        float u = (float) unit;
        float[] dash = switch (style) {
            case DEVIATION, SITE -> null;
            case MISSING -> new float[] {u * 0.7f, u * 0.4f};
            case UNDECIDED -> new float[] {u * 0.05f, u * 0.4f};
            case NOTE -> new float[] {u * 0.7f, u * 0.35f, u * 0.05f, u * 0.35f};
        };
        return new BasicStroke(u * 0.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    /** A badge stands on its ground, or beside it with a line to it where another one stands already. */
    void badges(List<MapScene.Mark> marks) {
        List<Point2D.Double> taken = new ArrayList<>();
        marks.stream()
                .filter(mark -> !mark.number().isEmpty())
                .limit(MOST_BADGES)
                .forEach(mark -> {
                    var part = seenPart(mark.area());
                    if (part.isEmpty()) {
                        return;
                    }
                    var place = part.getInteriorPoint();
                    var ground = at(place.getX(), place.getY());
                    var badge = free(ground, taken);
                    taken.add(badge);
                    if (badge.distance(ground) > 1) {
                        g.setColor(INK);
                        g.setStroke(new BasicStroke((float) (unit * 0.12)));
                        g.draw(new Line2D.Double(ground, badge));
                    }
                    badge(mark.number(), badge, colour(mark.style()));
                });
    }

    private Point2D.Double free(Point2D.Double wanted, List<Point2D.Double> taken) {
        double apart = unit * 2;
        var inside =
                new Rectangle2D.Double(frame.x + unit, frame.y + unit, frame.width - 2 * unit, frame.height - 2 * unit);
        for (int ring = 0; ring < 12; ring++) {
            for (int step = 0; step < Math.max(1, ring * 8); step++) {
                double angle = ring == 0 ? 0 : 2 * Math.PI * step / (ring * 8.0) - Math.PI / 4;
                var candidate = new Point2D.Double(
                        wanted.x + Math.cos(angle) * apart * ring, wanted.y + Math.sin(angle) * apart * ring);
                if (inside.contains(candidate)
                        && taken.stream().allMatch(other -> other.distance(candidate) >= apart)) {
                    return candidate;
                }
            }
        }
        return wanted;
    }

    /** A number in a disc. */
    void badge(String number, Point2D.Double at, Color colour) {
        double radius = unit * 0.9;
        fill(disc(at, radius + unit * 0.14), PAPER);
        fill(disc(at, radius), colour);
        double size = number.length() > 2 ? unit * 0.75 : unit * 1.05;
        g.setColor(PAPER);
        Lettering.BOLD.draw(g, number, at.x - Lettering.BOLD.width(number, size) / 2, at.y + size * 0.33, size);
    }

    static Shape disc(Point2D.Double at, double radius) {
        return new Ellipse2D.Double(at.x - radius, at.y - radius, radius * 2, radius * 2);
    }

    void scaleBar() {
        double metres = nice(frame.width * metresPerPixel / 5);
        double length = metres / metresPerPixel;
        double x = frame.x + unit;
        double y = frame.y + frame.height - unit;
        var label = metres >= 1000 ? Math.round(metres / 1000) + " km" : Math.round(metres) + " m";
        double wide = Math.max(length, Lettering.REGULAR.width(label, unit)) + unit;
        fill(new Rectangle2D.Double(x - unit / 2, y - unit * 1.7, wide, unit * 2.2), HALO);
        fill(new Rectangle2D.Double(x, y - unit * 0.25, length, unit * 0.25), INK);
        fill(new Rectangle2D.Double(x + length / 4, y - unit * 0.2, length / 4, unit * 0.15), PAPER);
        fill(new Rectangle2D.Double(x + length * 3 / 4, y - unit * 0.2, length / 4, unit * 0.15), PAPER);
        g.setColor(INK);
        Lettering.REGULAR.draw(g, label, x, y - unit * 0.6, unit);
    }

    /** 1, 2 or 5 times a power of ten, at most this. */
    static double nice(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double times = most / power;
        return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
    }

    void northArrow() {
        double x = frame.x + frame.width - unit * 1.6;
        double y = frame.y + unit * 1.2;
        fill(new Rectangle2D.Double(x - unit, y - unit * 0.6, unit * 2, unit * 3.8), HALO);
        var arrow = new Path2D.Double();
        arrow.moveTo(0, 0);
        arrow.lineTo(0.55, 1.7);
        arrow.lineTo(0, 1.35);
        arrow.lineTo(-0.55, 1.7);
        arrow.closePath();
        var placed = AffineTransform.getTranslateInstance(x, y - unit * 0.3);
        placed.scale(unit, unit);
        fill(placed.createTransformedShape(arrow), INK);
        Lettering.BOLD.draw(g, "N", x - Lettering.BOLD.width("N", unit) / 2, y + unit * 2.6, unit);
    }
}
