package no.arealkompass.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A map as a picture: alone for a document, or ready for a slide with the verdict and the most important deviations beside. */
final class Slide {
    /** Lettering of the 1600 pixels wide slide. */
    private static final double DESIGN_WIDTH = 1600;

    private static final Color BRAND = new Color(0x08382F);

    private Slide() {}

    /**
     * Words around the map.
     *
     * @param tone of the verdict, beside its words
     */
    record Words(String title, String verdict, Sheet.Tone tone, List<Point> points, String foot, String credit) {}

    /** A line beside the map, with the number it has on it. */
    record Point(String number, String text, MapScene.Style style) {}

    /**
     * Only the map, with its legend underneath.
     *
     * @param unit size of its lettering in pixels
     */
    static byte[] map(MapScene scene, Language language, int width, int height, double unit) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = MapPicture.graphics(image);
        g.setColor(MapPicture.PAPER);
        g.fillRect(0, 0, width, height);
        framed(g, scene, language, new Rectangle(0, 0, width, height), unit);
        g.dispose();
        return png(image);
    }

    /** A map in a rectangle with the legend under it, inside the same rectangle. */
    private static void framed(Graphics2D g, MapScene scene, Language language, Rectangle place, double unit) {
        var extent = scene.extent();
        var measured = new Legend(g, new MapPicture(g, place, unit, extent), language, unit);
        int below = (int) Math.ceil(measured.height(scene, place.width));
        var frame = new Rectangle(
                place.x, place.y, place.width, place.height - below - (below == 0 ? 0 : (int) (unit * 0.6)));
        var map = new MapPicture(g, frame, unit, extent);
        map.draw(scene);
        new Legend(g, map, language, unit).draw(scene, place.x, (double) place.y + place.height - below, place.width);
    }

    static byte[] slide(MapScene scene, Words words, Language language, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = MapPicture.graphics(image);
        g.setColor(MapPicture.PAPER);
        g.fillRect(0, 0, width, height);
        double unit = Math.min(width, height * 16.0 / 9) / DESIGN_WIDTH;
        int margin = (int) (40 * unit);
        double top = head(g, words, unit, margin, width - 2.0 * margin);
        double bottom = height - 54 * unit;
        int mapWidth = (int) ((width - 3.0 * margin) * 0.63);
        var place = new Rectangle(margin, (int) top, mapWidth, (int) (bottom - top));
        framed(g, scene, language, place, 18 * unit);
        points(
                g,
                words.points(),
                unit,
                margin * 2.0 + mapWidth,
                top,
                width - margin * 3.0 - mapWidth,
                bottom,
                language);
        foot(g, words, unit, margin, height, width - 2.0 * margin);
        g.dispose();
        return png(image);
    }

    private static double head(Graphics2D g, Words words, double unit, double x, double width) {
        double y = 62 * unit;
        g.setColor(BRAND);
        for (var line : Lettering.BOLD.wrap(words.title(), 34 * unit, width, 1)) {
            Lettering.BOLD.draw(g, line, x, y, 34 * unit);
        }
        var lines = Lettering.BOLD.wrap(words.verdict(), 26 * unit, width - 30 * unit, 3);
        double box = (lines.size() * 33.0 + 18) * unit;
        double at = y + 20 * unit;
        g.setColor(ground(words.tone()));
        g.fill(new Rectangle2D.Double(x, at, width, box));
        g.setColor(edge(words.tone()));
        g.fill(new Rectangle2D.Double(x, at, 10 * unit, box));
        g.setColor(MapPicture.INK);
        for (int i = 0; i < lines.size(); i++) {
            Lettering.BOLD.draw(g, lines.get(i), x + 24 * unit, at + (34 + i * 33.0) * unit, 26 * unit);
        }
        return at + box + 20 * unit;
    }

    private static Color ground(Sheet.Tone tone) {
        return switch (tone) {
            case FOLLOWS -> new Color(0xE5F2E7);
            case DEVIATES -> new Color(0xFBEAE7);
            default -> new Color(0xFDF3DC);
        };
    }

    private static Color edge(Sheet.Tone tone) {
        return switch (tone) {
            case FOLLOWS -> new Color(0x1D6134);
            case DEVIATES -> MapPicture.BAD;
            default -> new Color(0x7A4D00);
        };
    }

    private static void points(
            Graphics2D g,
            List<Point> points,
            double unit,
            double x,
            double top,
            double width,
            double bottom,
            Language language) {
        double y = top + 24 * unit;
        g.setColor(BRAND);
        var heading = points.isEmpty()
                ? language.of("Ingen avvik å vise", "No deviations to show")
                : language.of("Viktigst", "Most important");
        Lettering.BOLD.draw(g, heading, x, y, 24 * unit);
        y += 24 * unit;
        int lines = (int) Math.max(3, (bottom - y) / Math.max(1, points.size()) / (29 * unit) - 1);
        for (var point : points) {
            y += 22 * unit;
            badge(g, point, x + 17 * unit, y + 2 * unit, unit);
            g.setColor(MapPicture.INK);
            for (var line : Lettering.REGULAR.wrap(point.text(), 22 * unit, width - 48 * unit, lines)) {
                Lettering.REGULAR.draw(g, line, x + 48 * unit, y + 8 * unit, 22 * unit);
                y += 29 * unit;
            }
        }
    }

    private static void badge(Graphics2D g, Point point, double x, double y, double unit) {
        new MapPicture(g, new Rectangle(0, 0, 1, 1), 18 * unit, new org.locationtech.jts.geom.Envelope(0, 1, 0, 1))
                .badge(point.number(), new Point2D.Double(x, y), MapPicture.colour(point.style()));
    }

    private static void foot(Graphics2D g, Words words, double unit, double x, int height, double width) {
        g.setColor(MapPicture.MUTED);
        double size = 14 * unit;
        Lettering.REGULAR.draw(
                g, Lettering.REGULAR.wrap(words.foot(), size, width, 1).getFirst(), x, height - 32 * unit, size);
        Lettering.REGULAR.draw(
                g, Lettering.REGULAR.wrap(words.credit(), size, width, 1).getFirst(), x, height - 13 * unit, size);
    }

    static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
