package no.arealkompass.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.TexturePaint;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/** The tile of a group's pattern. */
final class Hatch {
    private Hatch() {}

    static TexturePaint of(ZoneGroup group, int size) {
        var tile = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var g = MapPicture.graphics(tile);
        g.setColor(new Color(
                group.colour().getRed() / 2,
                group.colour().getGreen() / 2,
                group.colour().getBlue() / 2,
                170));
        g.setStroke(new BasicStroke(Math.max(1f, size / 9f)));
        double middle = Math.floorDiv(size, 2) + 0.5; // on a pixel, or the line is two faint ones
        switch (group.pattern) {
            case RISING -> rising(g, size);
            case FALLING -> falling(g, size);
            case UPRIGHT -> g.draw(new Line2D.Double(middle, -1, middle, size + 1));
            case LEVEL -> g.draw(new Line2D.Double(-1, middle, size + 1, middle));
            case CROSSED -> {
                rising(g, size);
                falling(g, size);
            }
            case DOTS -> g.fill(MapPicture.disc(new Point2D.Double(size / 2.0, size / 2.0), size / 7.0));
            case NONE -> {}
        }
        g.dispose();
        return new TexturePaint(tile, new Rectangle(size, size));
    }

    private static void rising(Graphics2D g, int size) {
        for (int shift = -size; shift <= size; shift += size) {
            g.draw(new Line2D.Double(shift - 1.0, size + 1.0, shift + size + 1.0, -1));
        }
    }

    private static void falling(Graphics2D g, int size) {
        for (int shift = -size; shift <= size; shift += size) {
            g.draw(new Line2D.Double(shift - 1.0, -1, shift + size + 1.0, size + 1.0));
        }
    }
}
