package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import no.arealkompass.present.Field;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** The investor's page: what stands on it, how heavy it is, and what it says on return. */
@DirtiesContext
class RoomOverHttpTest extends RoomGround {
    private static final int LIMIT = 300_000;
    private static final Pattern PART =
            Pattern.compile("(?:<link rel=\"stylesheet\" href|<img[^>]* src|<script[^>]* src)=\"([^\"]+)\"");
    private static final List<String> ALL =
            Arrays.stream(Field.values()).map(Field::key).toList();

    private String page(List<String> fields, String... sites) {
        return path(make(draftOf(fields, sites), recruiter()));
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", " ").replace("\u00a0", " ").replaceAll("\\s+", " ");
    }

    @Test
    void theDecidingFactsComeFirstEachWithDateAndSource() {
        var page = open(page(ALL, "granerud-nord")).body();
        var text = text(page);
        assertThat(text)
                .containsSubsequence(
                        "Granerud nord",
                        "Avgjørende fakta",
                        "Areal",
                        "70 daa",
                        "Oppgitt av Odalsportalen, november 2026",
                        "Regulert",
                        "Kraft",
                        "ikke oppgitt",
                        "Adkomst",
                        "min",
                        "Jernbane",
                        "3 av 3 er ført fram",
                        "295 kr/m²",
                        "Ikke kartlagt:",
                        "kvikkleire",
                        "Planfaglig vurdering");
        assertThat(text(open(page(ALL, "granerud-nord") + "?lang=en").body()))
                .contains(
                        "The deciding facts", "7 ha (70 daa)", "Stated by Odalsportalen, November 2026", "not stated");
    }

    @Test
    void whatNobodyKnowsNeverLooksClear() {
        var data =
                JSON.readTree(open(page(ALL, "granerud-nord") + "/sites.json").body());
        var states = new ArrayList<String>();
        data.path("sites")
                .path(0)
                .path("groups")
                .forEach(group -> group.path("facts").forEach(line -> {
                    if (List.of("flood", "quickClay", "heritage")
                            .contains(line.path("key").asString())) {
                        states.add(line.path("state").asString());
                        assertThat(line.path("value").asString()).isEqualTo("ikke kartlagt");
                        assertThat(line.path("number").isNull()).isTrue();
                    }
                }));
        assertThat(states).containsOnly("notMapped").hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void pageStylesAndPicturesTogetherAreLight() {
        for (var sites : List.of(List.of("granerud-nord"), List.of("granerud-nord", "kirkenaer", "magnor"))) {
            var path = page(ALL, sites.toArray(String[]::new));
            var html = bytes(path).body();
            int sum = html.length;
            for (var part : PART.matcher(new String(html, StandardCharsets.UTF_8))
                    .results()
                    .map(match -> match.group(1).replace("&amp;", "&"))
                    .distinct()
                    .toList()) {
                var answer = bytes(part);
                assertThat(answer.statusCode()).as(part).isEqualTo(200);
                sum += answer.body().length;
            }
            assertThat(sum).as(sites + " uncompressed").isBetween(20_000, LIMIT);
        }
    }

    @Test
    void nobodyKeepsItIndexesItOrIsToldWhereItLeadsFrom() {
        var path = page(ALL, "granerud-nord");
        for (var file : List.of("", "/map.png", "/og.png", "/qr.svg", "/sites.json", "/prospekt.pdf")) {
            var headers = open(path + file).headers();
            assertThat(headers.allValues("referrer-policy")).as(file).containsExactly("no-referrer");
            assertThat(headers.firstValue("x-robots-tag").orElse("")).as(file).contains("noindex");
            assertThat(headers.firstValue("cache-control").orElse("")).as(file).contains("no-store");
        }
        assertThat(open(path).body())
                .contains("<meta name=\"robots\" content=\"noindex, nofollow\"")
                .doesNotContain("Hemmelig Holding")
                .doesNotContain("style=\"");
    }

    @Test
    void aPreviewOfTheAddressShowsTheMapAndNoRecipient() throws IOException {
        var path = page(List.of("name", "map", "municipality"), "granerud-nord");
        var page = open(path).body();
        assertThat(page)
                .contains("<meta property=\"og:title\" content=\"Granerud nord\"")
                .contains("<meta property=\"og:image\" content=\"" + PAGE + path + "/og.png\"")
                .contains("<meta name=\"twitter:card\" content=\"summary_large_image\"");
        var picture =
                ImageIO.read(new ByteArrayInputStream(bytes(path + "/og.png").body()));
        assertThat(picture.getWidth() + "x" + picture.getHeight()).isEqualTo("1200x630");
        var unnamed = open(page(List.of("usableArea"), "granerud-nord")).body();
        assertThat(unnamed)
                .contains("<meta property=\"og:title\" content=\"Næringsareal\"")
                .doesNotContain("og:image");
    }

    @Test
    void onReturnThePageSaysWhatHasChangedOfWhatItShows() {
        var path = page(List.of("name", "price", "plots", "media"), "granerud-nord");
        assertThat(open(path).body()).doesNotContain("Endret siden sist");
        clock.pass(Duration.ofHours(2));
        jdbc.sql("""
                        insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known,
                            accuracy_m, source, facts, by, by_role, why, at)
                        select site_id, version + 1, name, kind, publication, footprint, schematic, area_known, accuracy_m,
                            source, replace(replace(facts::text, '295', '310'), '"regulert"', '"avsatt"')::jsonb,
                            'test', 'ADMINISTRATOR', 'test', cast(:at as timestamptz)
                        from site_in_use where site_id = 'granerud-nord'
                        """)
                .param("at", clock.instant().minus(Duration.ofHours(1)).toString())
                .update();
        var text = text(open(path).body());
        assertThat(text).contains("Endret siden sist du var her", "Pris: 310 kr/m² (før: 295 kr/m²)");
        assertThat(text).as("the plan status is not shown on this link").doesNotContain("Avsatt", "Planstatus");
    }

    @Test
    void severalSitesStandSideBySide() {
        var text = text(open(page(ALL, "granerud-nord", "kirkenaer", "magnor")).body());
        assertThat(text)
                .containsSubsequence(
                        "3 områder for næring",
                        "1. Granerud nord",
                        "2. Kirkenær",
                        "3. Magnor",
                        "Side om side",
                        "295 kr/m²");
        var unnamed =
                text(open(page(List.of("price"), "granerud-nord", "kirkenaer")).body());
        assertThat(unnamed).contains("1. Område 1", "2. Område 2").doesNotContain("Granerud");
    }

    @Test
    void theSenderSeesTheSameBeforehandWithoutAnyAddressOfTheLink() {
        var made = make(draftOf(ALL, "granerud-nord"), recruiter());
        var preview = get(api(made) + "/preview", "Authorization", recruiter());
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(text(preview.body())).contains("Forhåndsvisning", "Granerud nord", "70 daa");
        assertThat(preview.body()).contains("src=\"data:image/png;base64,").doesNotContain(path(made));
    }

    @Test
    void whatMayNotBeTakenAlongCannotBe() {
        var draft = draftOf(ALL, "granerud-nord");
        draft.putArray("downloads").add("slide");
        var path = path(make(draft, recruiter()));
        assertThat(open(path).body()).contains("/lysbilde.png").doesNotContain("/prospekt.pdf");
        assertThat(bytes(path + "/prospekt.pdf").statusCode()).isEqualTo(404);
        assertThat(bytes(path + "/lysbilde.png").statusCode()).isEqualTo(200);
        assertThat(Objects.requireNonNull(bytes(path + "/prospekt.pdf").body()))
                .isEqualTo(bytes("/i/nothing-here").body());
    }

    @Test
    void theWatermarkAndTheMessageAreTheSendersAndAreEscaped() {
        var draft = draftOf(List.of("name"), "granerud-nord");
        draft.put("message", "Hei <b>du</b>\nVelkommen").put("watermark", "For <i>Fabrikken</i>");
        var page = open(path(make(draft, recruiter()))).body();
        assertThat(page).contains("Hei &lt;b&gt;du&lt;/b&gt;", "Velkommen", "For &lt;i&gt;Fabrikken&lt;/i&gt;");
    }
}
