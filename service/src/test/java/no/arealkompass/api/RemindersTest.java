package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.arealkompass.site.Sites;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Municipalities are reminded of sites that grow old, by a mail that is read here as it arrives at an SMTP server. */
@DirtiesContext
class RemindersTest extends ServiceTest {
    private static final GreenMail SERVER = TestMail.started();
    private static final Path GIS_DATA = withMailboxes();

    @Autowired
    Sites sites;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("areal.gis-data", GIS_DATA::toString);
        registry.add("areal.mail.host", () -> "127.0.0.1");
        registry.add("areal.mail.port", () -> SERVER.getSmtp().getPort());
        registry.add("areal.mail.start-tls", () -> "false");
        registry.add("areal.mail.from", () -> "arealkompass@regionen.example");
        registry.add("areal.mail.page", () -> "https://areal.example");
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @AfterAll
    static void stop() throws IOException {
        SERVER.stop();
        FileSystemUtils.deleteRecursively(GIS_DATA);
    }

    @Test
    void eachMunicipalityGetsOneMailAboutItsSitesAndNotAgainForAWhile() throws Exception {
        badName("roverud");
        clock.setDay("2027-03-15");
        var listed = reads();
        assertThat(listed.path("configured").asBoolean()).isTrue();
        assertThat(listed.path("items")).hasSizeGreaterThanOrEqualTo(7);
        assertThat(listed.path("withoutAddress").valueStream().map(JsonNode::asString))
                .containsExactly("Eidskog");

        SERVER.stop();
        var failed = sends();
        assertThat(failed.path("mails").valueStream().map(m -> m.path("outcome").asString()))
                .isNotEmpty()
                .containsOnly("failed");
        assertThat(reads().path("items"))
                .as("a server that is down takes nothing off the list")
                .allMatch(item -> item.path("due").asBoolean());

        SERVER.start();
        var sent = sends().path("mails");
        assertThat(sent.valueStream().map(m -> m.path("outcome").asString())).containsOnly("sent");
        var mails = List.of(SERVER.getReceivedMessages());
        assertThat(mails).hasSize(sent.size());
        var kongsvinger = mails.stream()
                .filter(m -> to(m).equals("post@kongsvinger.example"))
                .toList();
        assertThat(kongsvinger).as("one mail, however many sites").hasSize(1);
        var text = String.valueOf(kongsvinger.getFirst().getContent());
        assertThat(text)
                .contains("Norsenga tømmerterminal", "Granli godsterminal", "https://areal.example/?v=1&site=norsenga")
                .contains("aldri bekreftet")
                .doesNotContain("Granerud nord");
        for (var mail : mails) {
            assertThat(mail.getRecipients(RecipientType.BCC)).isNull();
            assertThat(mail.getRecipients(RecipientType.CC)).isNull();
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getSubject()).startsWith("Arealkompass: bekreft opplysningene om ");
        }
        assertThat(text).contains("Roverud Bcc: alle@verden.example");

        SERVER.purgeEmailFromAllMailboxes();
        assertThat(sends().path("mails")).as("not twice").isEmpty();
        clock.setDay("2027-04-15");
        assertThat(sends().path("mails")).as("31 days later").isNotEmpty();
        sites.confirm(
                no.arealkompass.access.Caller.administrator("test"),
                "norsenga",
                "Næringssjef",
                java.time.LocalDate.of(2027, 4, 15),
                "");
        assertThat(reads().path("items").valueStream().map(i -> i.path("site").asString()))
                .as("what is confirmed is off the list")
                .doesNotContain("norsenga");
        assertThat(jdbc.sql("select count(*) from site_reminder where site_id = 'norsenga' and outcome = 'SENT'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void thePublicNeitherReadsNorSendsReminders() {
        assertThat(get("/api/sites/reminders").statusCode()).isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(URI.create(base() + "/api/sites/reminders"))
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/api/config").body()).doesNotContain("kongsvinger.example");
    }

    /** A name that would be a second header in a mail that lets it. */
    private void badName(String site) {
        jdbc.sql("""
                        insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known,
                          accuracy_m, source, facts, by)
                        select site_id, version + 1, :name, kind, publication, footprint, schematic, area_known, accuracy_m, source,
                          facts, 'test' from site_in_use where site_id = :site
                        """)
                .param("name", "Roverud\r\nBcc: alle@verden.example")
                .param("site", site)
                .update();
    }

    private JsonNode reads() {
        var answer = get("/api/sites/reminders", "Authorization", administrator());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode sends() {
        var answer = send(HttpRequest.newBuilder(URI.create(base() + "/api/sites/reminders"))
                .header("Authorization", administrator())
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Our region with a mailbox for every municipality but one. */
    private static Path withMailboxes() {
        try {
            var copy = Files.createTempDirectory("areal-gis-data");
            FileSystemUtils.copyRecursively(Path.of("../gis-data"), copy);
            var region = copy.resolve("regions/kongsvingerregionen.yaml");
            var text = Files.readString(region);
            for (var name : List.of("Kongsvinger", "Nord-Odal", "Sør-Odal", "Grue", "Åsnes")) {
                var mailbox = "post@" + name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z-]", "") + ".example";
                text = text.replaceAll("(name: " + name + ", .*mail: )\"\"", "$1" + mailbox);
            }
            Files.writeString(region, text);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
