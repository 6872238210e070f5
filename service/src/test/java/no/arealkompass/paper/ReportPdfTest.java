package no.arealkompass.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.arealkompass.TestDatabase;
import no.arealkompass.TestPdf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import tools.jackson.databind.JsonNode;

/** The report as a machine reads it: for the archive, for a screen reader, and for whoever copies text out of it. */
class ReportPdfTest {
    private static byte[] norwegian = {};

    @BeforeAll
    static void print() {
        norwegian = print(Language.NB);
    }

    private static byte[] print(Language language) {
        var maps = Paper.maps(PaperExamples.scene(), 3, language);
        return new Press()
                .print(
                        CheckSheet.of(PaperExamples.check(), language, maps, PaperExamples.report()),
                        Instant.parse("2026-11-26T09:15:30Z"));
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFUA_1"})
    void veraPdfFindsNothing(PDFAFlavour flavour) throws Exception {
        Files.write(TestDatabase.buildFolder().resolve("report.pdf"), norwegian);
        assertThat(TestPdf.faults(norwegian, flavour)).isEmpty();
    }

    /** Lines break where the width asks for it, so blanks say nothing. */
    private static String packed(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    @Test
    void everyFindingRuleAndReasonCanBeReadAndCopied() throws Exception {
        try (var document = Loader.loadPDF(norwegian)) {
            var text = packed(new PDFTextStripper().getText(document));
            var check = PaperExamples.check();
            for (var finding : check.findings) {
                assertThat(text).contains(packed(nb(finding.body().path("sentence"))), finding.id());
            }
            check.each("rules").forEach(rule -> assertThat(text).contains(packed(nb(rule.path("name")))));
            List.of(
                            "≥ 80 %",
                            "Åsbråten",
                            "Kløfta",
                            "2018–2030",
                            "✗ avviker",
                            "✓ følger",
                            "31,4 daa",
                            "1 235 daa",
                            "Kommunestyret mener samfunnsnytten er større enn tapet av jord.",
                            "Sak 45/2018",
                            "Næringsbebyggelse (1300)",
                            "Et hull på 812 m²",
                            "Sør-Odal planlegger logistikk",
                            "SHA-256 0123456789abcdef")
                    .forEach(words -> assertThat(text).contains(packed(words)));
        }
    }

    private static String nb(JsonNode text) {
        return text.path("nb").asString();
    }

    @Test
    void theFirstPageIsTheOnePage() throws Exception {
        try (var document = Loader.loadPDF(norwegian)) {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            var first = packed(stripper.getText(document));
            var check = PaperExamples.check();
            assertThat(first).contains("5av12punkter", "Middelssikkert", "312daamer", "Myr2024-08", "S4Samarbeid");
            check.top()
                    .forEach(f -> assertThat(first).contains(packed(nb(f.body().path("sentence")))));
            assertThat(document.getNumberOfPages()).isBetween(4, 12);
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(document)).contains("Kart over alle funn");
        }
    }

    @Test
    void itIsTaggedWithHeadingsTablesAlternativesLanguageAndTitle() throws Exception {
        try (var document = Loader.loadPDF(norwegian)) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("nb");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(Objects.requireNonNull(catalog.getViewerPreferences()).displayDocTitle())
                    .isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Følger planen strategien?");
            var tags = new TreeMap<String, List<PDStructureElement>>();
            walk(catalog.getStructureTreeRoot(), tags);
            assertThat(tags.get("H1")).hasSize(1);
            assertThat(tags.get("H2")).hasSizeGreaterThanOrEqualTo(10);
            assertThat(tags.get("Figure"))
                    .hasSize(2)
                    .allMatch(f -> f.getAlternateDescription().contains("Nord-Odal"));
            assertThat(tags.get("Table")).hasSizeGreaterThanOrEqualTo(9);
            assertThat(tags.get("TH")).hasSizeGreaterThan(40).allMatch(ReportPdfTest::saysWhatItHeads);
            assertThat(tags.get("LI")).hasSize(3);
        }
    }

    private static boolean saysWhatItHeads(PDStructureElement header) {
        return header.getCOSObject().toString().contains("Scope")
                || String.valueOf(header.getCOSObject().getDictionaryObject(COSName.A))
                        .contains("Scope");
    }

    private static void walk(PDStructureNode node, Map<String, List<PDStructureElement>> tags) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.computeIfAbsent(element.getStructureType(), type -> new ArrayList<>())
                        .add(element);
                walk(element, tags);
            }
        }
    }

    @Test
    void theSameCheckGivesTheSameBytes() {
        assertThat(print(Language.NB)).isEqualTo(norwegian);
    }

    @Test
    void theEnglishReportIsEnglish() throws Exception {
        var english = print(Language.EN);
        assertThat(TestPdf.faults(english, PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument document = Loader.loadPDF(english)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(text).contains("All findings", "✗ deviates").doesNotContain("Alle funn", "avviker");
        }
    }
}
