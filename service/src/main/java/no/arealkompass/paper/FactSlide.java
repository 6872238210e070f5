package no.arealkompass.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A slide about ground: a title on a band, a map, what is known beside it, and where it comes from.
 *
 * @param map PNG of the map, {@link #MAP_WIDTH} × {@link #MAP_HEIGHT} pixels; null where no place is shown
 * @param figures at most eight are drawn
 * @param code PNG of a code for telephones; null for none
 * @param foot who made it and when
 * @param credit who the ground of the map is to be credited to
 * @param watermark for whom it was made; empty for everyone
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record FactSlide(
        String house,
        String title,
        String subject,
        byte @Nullable [] map,
        List<Sheet.Figure> figures,
        byte @Nullable [] code,
        String foot,
        String credit,
        String watermark) {
    /** The map's width, pixels. */
    public static final int MAP_WIDTH = 930;

    /** The map's height, pixels. */
    public static final int MAP_HEIGHT = 620;

    private static final int MARGIN = 40;
    private static final int BAND = 150;
    private static final int MOST_FIGURES = 8;
    private static final int CODE = 126;
    private static final Color BRAND = new Color(0x0B4F46);
    private static final Color ACCENT = new Color(0xF2B632);

    byte[] png() {
        var image = new BufferedImage(Paper.SLIDE_WIDTH, Paper.SLIDE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        var g = MapPicture.graphics(image);
        g.setColor(MapPicture.PAPER);
        g.fillRect(0, 0, Paper.SLIDE_WIDTH, Paper.SLIDE_HEIGHT);
        band(g);
        int left = MARGIN;
        if (map != null) {
            g.drawImage(read(map), MARGIN, BAND + 30, null);
            left += MAP_WIDTH + MARGIN;
        }
        figures(g, left, Paper.SLIDE_WIDTH - MARGIN - left);
        if (code != null) {
            g.drawImage(read(code), Paper.SLIDE_WIDTH - MARGIN - CODE, (BAND - CODE) / 2, CODE, CODE, null);
        }
        foot(g);
        mark(g);
        g.dispose();
        return Slide.png(image);
    }

    private void band(Graphics2D g) {
        g.setColor(BRAND);
        g.fillRect(0, 0, Paper.SLIDE_WIDTH, BAND);
        g.setColor(ACCENT);
        g.fillRect(0, BAND, Paper.SLIDE_WIDTH, 6);
        g.setColor(MapPicture.PAPER);
        double width = Paper.SLIDE_WIDTH - 3.0 * MARGIN - CODE;
        Lettering.REGULAR.draw(g, house, MARGIN, 42, 22);
        Lettering.BOLD.draw(g, Lettering.BOLD.wrap(title, 46, width, 1).getFirst(), MARGIN, 94, 46);
        Lettering.REGULAR.draw(g, Lettering.REGULAR.wrap(subject, 24, width, 1).getFirst(), MARGIN, 132, 24);
    }

    private void figures(Graphics2D g, int left, int width) {
        double y = BAND + 30;
        for (var figure : figures.stream().limit(MOST_FIGURES).toList()) {
            g.setColor(BRAND);
            g.fill(new Rectangle2D.Double(left, y, width, 1.5));
            g.setColor(MapPicture.MUTED);
            Lettering.REGULAR.draw(g, figure.label(), left, y + 22, 18);
            g.setColor(MapPicture.INK);
            Lettering.BOLD.draw(
                    g, Lettering.BOLD.wrap(figure.value(), 26, width, 1).getFirst(), left, y + 51, 26);
            g.setColor(MapPicture.MUTED);
            Lettering.REGULAR.draw(
                    g, Lettering.REGULAR.wrap(figure.more(), 14, width, 1).getFirst(), left, y + 70, 14);
            y += 79;
        }
    }

    private void foot(Graphics2D g) {
        double width = Paper.SLIDE_WIDTH - 2.0 * MARGIN;
        g.setColor(MapPicture.MUTED);
        Lettering.REGULAR.draw(
                g, Lettering.REGULAR.wrap(foot, 15, width, 1).getFirst(), MARGIN, Paper.SLIDE_HEIGHT - 46, 15);
        Lettering.REGULAR.draw(
                g, Lettering.REGULAR.wrap(credit, 13, width, 1).getFirst(), MARGIN, Paper.SLIDE_HEIGHT - 22, 13);
    }

    private void mark(Graphics2D g) {
        if (watermark.isBlank()) {
            return;
        }
        var turned = (Graphics2D) g.create();
        turned.setColor(new Color(0, 0, 0, 40));
        turned.translate(Paper.SLIDE_WIDTH / 2.0, Paper.SLIDE_HEIGHT / 2.0);
        turned.rotate(-Math.PI / 6);
        double size = Math.min(80, 1300 / Math.max(1, Lettering.BOLD.width(watermark, 1)));
        Lettering.BOLD.draw(turned, watermark, -Lettering.BOLD.width(watermark, size) / 2, size / 3, size);
        turned.dispose();
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
