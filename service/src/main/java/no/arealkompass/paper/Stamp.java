package no.arealkompass.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What a PDF says of itself: title, dates, identifier and which standards it follows. Written here whole, because the hour of
 * printing and a random file id would make other bytes of the same document each time.
 */
final class Stamp {
    private static final String AUTHOR = "Arealkompass";

    private Stamp() {}

    static void on(PDDocument document, Sheet sheet, Instant madeAt) throws IOException {
        var moment = madeAt.truncatedTo(ChronoUnit.SECONDS);
        var calendar = GregorianCalendar.from(moment.atZone(ZoneOffset.UTC));
        var about = new PDDocumentInformation();
        about.setTitle(sheet.title());
        about.setSubject(sheet.subject());
        about.setAuthor(AUTHOR);
        about.setCreator(AUTHOR);
        about.setProducer(AUTHOR);
        about.setKeywords(sheet.identifier());
        about.setCreationDate(calendar);
        about.setModificationDate(calendar);
        document.setDocumentInformation(about);
        document.setDocumentId((long) sheet.identifier().hashCode());
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(sheet, moment).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setLanguage(sheet.language());
    }

    private static String xmp(Sheet sheet, Instant moment) {
        var text = resource("metadata.xml");
        for (var gap : Map.of(
                        "title", sheet.title(),
                        "subject", sheet.subject(),
                        "author", AUTHOR,
                        "identifier", sheet.identifier(),
                        "moment", moment.toString())
                .entrySet()) {
            text = text.replace("{" + gap.getKey() + "}", escaped(gap.getValue()));
        }
        return text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A text beside this class. */
    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Stamp.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
