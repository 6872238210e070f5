package no.arealkompass.paper;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text in pictures, drawn as the outlines of our own font: a server without fonts draws the same picture, to the pixel, as
 * one with many.
 */
final class Lettering {
    static final Lettering REGULAR = new Lettering("400Regular");
    static final Lettering BOLD = new Lettering("600SemiBold");

    private static final String CUT = "…";

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;
    private final Map<Integer, GeneralPath> outlines = new HashMap<>();

    private Lettering(String weight) {
        try (InputStream in = Press.font(weight)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            characters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How wide a line is, in pixels. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(point -> advance(point, size)).sum();
    }

    private synchronized double advance(int point, double size) {
        try {
            return font.getAdvanceWidth(characters.getGlyphId(point)) * size / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws a line in the colour of the graphics; x is its left end, y its base line. */
    void draw(Graphics2D g, String text, double x, double y, double size) {
        double scale = size / unitsPerEm;
        double at = x;
        for (int point : text.codePoints().toArray()) {
            var placed = AffineTransform.getTranslateInstance(at, y);
            placed.scale(scale, -scale);
            g.fill(placed.createTransformedShape(outline(point)));
            at += advance(point, size);
        }
    }

    private synchronized GeneralPath outline(int point) {
        return outlines.computeIfAbsent(characters.getGlyphId(point), glyph -> {
            try {
                var data = font.getGlyph().getGlyph(glyph);
                return data == null ? new GeneralPath() : data.getPath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Breaks a text at its spaces into lines no wider than this; what does not fit into the lines allowed is cut with "…". */
    List<String> wrap(String text, double size, double most, int lines) {
        List<String> broken = new ArrayList<>();
        var line = new StringBuilder();
        for (var word : text.strip().split(" +", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > most) {
                broken.add(line.toString());
                line.setLength(0);
                longer = word;
            }
            line.setLength(0);
            line.append(longer);
        }
        broken.add(line.toString());
        if (broken.size() <= lines) {
            return broken;
        }
        var kept = new ArrayList<>(broken.subList(0, lines));
        var last = kept.getLast();
        while (!last.isEmpty() && width(last + CUT, size) > most) {
            last = last.substring(0, last.length() - 1);
        }
        kept.set(lines - 1, last + CUT);
        return kept;
    }
}
