package no.arealkompass.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * A sheet as PDF: tagged (PDF/UA-1) and for the archive (PDF/A-2a), with its fonts and colour profile inside. The same
 * sheet gives the same bytes.
 */
final class Press {
    private static final String FAMILY = "Source Sans 3";
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private static final String STYLES = Stamp.resource("sheet.css");

    static {
        // It tells how long each step took.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final SpringTemplateEngine templates = templates();

    private static SpringTemplateEngine templates() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("no/arealkompass/paper/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /**
     * The pages.
     *
     * @param madeAt the date the file carries, instead of the hour of printing
     */
    byte[] print(Sheet sheet, Instant madeAt) {
        var context = new Context();
        context.setVariable("sheet", sheet);
        context.setVariable("styles", STYLES);
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .useFont(embedded(document, "400Regular"), FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(embedded(document, "600SemiBold"), FAMILY, 600, FontStyle.NORMAL, true)
                    .useColorProfile(SRGB)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfAConformance.PDFA_2_A)
                    .withProducer("Arealkompass")
                    .withHtmlContent(templates.process("sheet", context), null);
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                Watermark.on(document, sheet.watermark());
                Stamp.on(document, sheet, madeAt);
                var bytes = new ByteArrayOutputStream();
                document.save(bytes);
                return bytes.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without ligatures: what stands for two letters has no letter of its own to be searched for or read aloud. */
    private static PDFontSupplier embedded(PDDocument document, String weight) throws IOException {
        try (InputStream in = font(weight)) {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            font.setEnableGsub(false);
            return new PDFontSupplier(PDType0Font.load(document, font, true));
        }
    }

    /** A font to draw with on finished pages. */
    static PDType0Font drawn(PDDocument document) throws IOException {
        try (InputStream in = font("600SemiBold")) {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            font.setEnableGsub(false);
            return PDType0Font.load(document, font, true);
        }
    }

    /** One of our own fonts; see the manifest beside them. */
    static InputStream font(String weight) {
        return Objects.requireNonNull(
                Press.class.getResourceAsStream("vendor/source-sans-3-3.052/SourceSans3_" + weight + ".ttf"), weight);
    }
}
