package no.arealkompass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A PDF as machines read it. */
public final class TestPdf {
    private TestPdf() {}

    /** The rules of a standard that a file breaks. */
    public static Set<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            Set<String> broken = new HashSet<>();
            var result = validator.validate(parser);
            result.getTestAssertions()
                    .forEach(a -> broken.add(a.getRuleId().getClause() + "-"
                            + a.getRuleId().getTestNumber() + " " + a.getMessage() + " " + a.getErrorMessage()));
            assertThat(result.isCompliant()).as(broken.toString()).isEqualTo(broken.isEmpty());
            return broken;
        }
    }

    /** All its text without blanks: lines break where the width asks for it. */
    public static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return packed(new PDFTextStripper().getText(document));
        }
    }

    /** A text without blanks. */
    public static String packed(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }
}
