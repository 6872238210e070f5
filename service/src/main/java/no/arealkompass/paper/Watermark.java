package no.arealkompass.paper;

import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Words across every page, for whom the document was made. They are no part of its text: a screen reader passes them by. */
final class Watermark {
    private static final float LARGEST = 54;
    private static final float PER_UNIT = 1000;
    private static final float ROOM = 0.8f;
    private static final float OPACITY = 0.16f;

    private Watermark() {}

    static void on(PDDocument document, String words) throws IOException {
        if (words.isBlank()) {
            return;
        }
        var font = Press.drawn(document);
        var shown = known(font, words.strip());
        for (var page : document.getPages()) {
            try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                draw(content, page, font, shown);
            }
        }
    }

    /** What the font has no sign for would make the printing fail. */
    private static String known(PDFont font, String words) {
        var known = new StringBuilder();
        words.codePoints().forEach(point -> {
            var sign = Character.toString(point);
            try {
                font.encode(sign);
                known.append(sign);
            } catch (IOException | IllegalArgumentException e) {
                known.append('?');
            }
        });
        return known.toString();
    }

    private static void draw(PDPageContentStream content, PDPage page, PDFont font, String words) throws IOException {
        var box = page.getMediaBox();
        double across = Math.hypot(box.getWidth(), box.getHeight());
        float wide = font.getStringWidth(words) / PER_UNIT;
        float size = (float) Math.min(LARGEST, across * ROOM / Math.max(1, wide));
        double angle = Math.atan2(box.getHeight(), box.getWidth());
        var state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant(OPACITY);
        content.beginMarkedContent(COSName.ARTIFACT);
        content.saveGraphicsState();
        content.setGraphicsStateParameters(state);
        content.setNonStrokingColor(java.awt.Color.BLACK);
        content.beginText();
        content.setFont(font, size);
        content.setTextMatrix(Matrix.getRotateInstance(
                angle, (float) (box.getWidth() / 2 - Math.cos(angle) * wide * size / 2), (float)
                        (box.getHeight() / 2 - Math.sin(angle) * wide * size / 2)));
        content.showText(words);
        content.endText();
        content.restoreGraphicsState();
        content.endMarkedContent();
    }
}
