package no.arealkompass.api;

import static no.arealkompass.TestPdf.packed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import javax.imageio.ImageIO;
import no.arealkompass.TestDatabase;
import no.arealkompass.TestPdf;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import no.arealkompass.present.FactLine;
import no.arealkompass.present.Fields;
import no.arealkompass.present.Language;
import no.arealkompass.present.Presentation;
import no.arealkompass.present.Presentations;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Prospectuses as they are fetched: every fact with who says so, for a screen reader and for the archive. */
@DirtiesContext
class ProspectusOverHttpTest extends ServiceTest {
    private static final String ONE = "/omrader/granerud-nord/prospekt.pdf";
    private static final String SEVERAL =
            "/api/prospectus?sites=granli,granerud-nord,norsenga&watermark=Til%20pr%C3%B8ve";

    @Autowired
    Presentations presentations;

    private HttpResponse<byte[]> fetch(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base() + path));
        try {
            return HttpClient.newHttpClient()
                    .send(
                            (headers.length == 0 ? request : request.headers(headers)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private byte[] pdf(String path, String... headers) {
        var answer = fetch(path, headers);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/pdf");
        return answer.body();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFUA_1"})
    void veraPdfFindsNothing(PDFAFlavour flavour) throws Exception {
        var one = pdf(ONE);
        var several = pdf(SEVERAL + "&lang=en", "Authorization", login(Role.RECRUITER));
        Files.write(TestDatabase.buildFolder().resolve("prospectus.pdf"), one);
        Files.write(TestDatabase.buildFolder().resolve("prospectus-several.pdf"), several);
        assertThat(TestPdf.faults(one, flavour)).isEmpty();
        assertThat(TestPdf.faults(several, flavour)).isEmpty();
    }

    @Test
    void everyFactIsPrintedWithWhoSaysSo() throws Exception {
        var text = TestPdf.text(pdf(ONE));
        var site = presentation("granerud-nord", Language.NB);
        var facts =
                site.groups().stream().flatMap(group -> group.facts().stream()).toList();
        assertThat(facts).hasSizeGreaterThan(10).anyMatch(FactLine::known).anyMatch(fact -> !fact.known());
        for (var fact : facts) {
            assertThat(text).contains(packed(fact.value()));
            // Drive times stand in a table of their own, by destination.
            if (!List.of("driveTimes", "lorryTimes").contains(fact.key())) {
                assertThat(text).contains(packed(fact.label()), packed(fact.origin()));
            }
        }
        site.distances().forEach(way -> assertThat(text).contains(packed(way.to() + way.car())));
        site.sources().forEach(source -> assertThat(text).contains(packed(source)));
        assertThat(text).contains(packed(base() + "/omrader/granerud-nord"), packed("ikke oppgitt"));
        assertThat(TestPdf.text(pdf("/en/sites/granerud-nord/prospectus.pdf")))
                .contains(packed("Deciding facts"), packed("not stated"))
                .doesNotContain(packed("ikke oppgitt"));
    }

    private Presentation presentation(String id, Language language) {
        return presentations
                .of(Caller.PUBLIC, List.of(id), Fields.publicOnes(), language)
                .getFirst();
    }

    @Test
    void severalSitesAreComparedAndMarkedForWhomTheyAre() throws Exception {
        var login = login(Role.RECRUITER);
        var text = TestPdf.text(pdf(SEVERAL, "Authorization", login));
        assertThat(text)
                .contains("3næringsområder", "Sammenligning", "1.Granligodsterminal", "2.Granerudnord", "3.Norsenga")
                .contains("OmrådeArealPlanstatusKraft")
                .as("every site answers each column's own question")
                .doesNotContain("(Planstatus)", "(Kraft)", "(TilKløfta");
        try (var document = Loader.loadPDF(pdf(SEVERAL, "Authorization", login))) {
            for (var page : document.getPages()) {
                var content =
                        new String(page.getContents().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(content).contains("/Artifact BMC");
            }
        }
        assertThat(fetch(SEVERAL).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNotChosenIsNotPrinted() throws Exception {
        var login = login(Role.RECRUITER);
        var text = TestPdf.text(
                pdf("/api/prospectus?sites=granerud-nord&fields=municipality,planStatus", "Authorization", login));
        assertThat(text)
                .contains("Planstatus", "Nord-Odal")
                .doesNotContain(packed("295 kr"), "Granerud", "Byggeklart", "Odalsportalen:");
    }

    @Test
    void theSameDayGivesTheSameBytes() {
        assertThat(pdf(ONE)).isEqualTo(pdf(ONE));
        var login = login(Role.RECRUITER);
        assertThat(pdf(SEVERAL, "Authorization", login)).isEqualTo(pdf(SEVERAL, "Authorization", login));
    }

    @Test
    void theSlideIsAPictureOfItsSize() throws Exception {
        for (var path : List.of("/omrader/granerud-nord/lysbilde.png", "/en/sites/granli/slide.png")) {
            var answer = fetch(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            var image = ImageIO.read(new ByteArrayInputStream(answer.body()));
            assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(1600, 900));
        }
        var several = fetch(
                "/api/prospectus/slide.png?sites=granli,granerud-nord&lang=en", "Authorization", login(Role.RECRUITER));
        assertThat(several.statusCode()).isEqualTo(200);
        Files.write(TestDatabase.buildFolder().resolve("slide-several.png"), several.body());
    }

    @Test
    void badOrdersAreRefusedWithARemedy() {
        var login = login(Role.CASE_OFFICER, "3414");
        for (var bad : List.of(
                "sites=",
                "sites=" + "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u",
                "sites=granli&lang=sv",
                "sites=granli&fields=hemmelig",
                "sites=granli&watermark=" + "x".repeat(61))) {
            assertThat(fetch("/api/prospectus?" + bad, "Authorization", login).statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(fetch("/api/prospectus?sites=har-aldri-vaert", "Authorization", login)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotPublishedSaysSoAcrossEveryPage() throws Exception {
        jdbc.sql("update site_state set publication = 'INTERNAL' where site_id = 'magnor'")
                .update();
        var internal = pdf("/api/prospectus?sites=magnor", "Authorization", login(Role.RECRUITER));
        assertThat(TestPdf.text(internal)).contains("Magnor").doesNotContain("/omrader/magnor");
        assertThat(new String(internal, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isNotEmpty();
        assertThat(fetch("/omrader/magnor/prospekt.pdf").statusCode()).isEqualTo(404);
        try (var document = Loader.loadPDF(internal)) {
            var content = new String(
                    document.getPage(0).getContents().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(content).contains("/Artifact BMC");
        }
    }
}
