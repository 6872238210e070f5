package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** An enquiry through an investor's link: the link and its sites follow along, and a link that shows nothing takes none. */
@DirtiesContext
class EnquiryLinksTest extends LinkGround {
    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");

    @Test
    void linkAndSitesFollowAlongAndTheTokenDoesNot() {
        var made = make(draft("granli", "granerud-nord"), recruiter());
        var path = path(made) + "/henvendelse";
        var form = open(path + "?lang=en");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("Send an enquiry").doesNotContain("Granli"); // no name is promised here
        var sent = ask(path, form);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var receipt = open(sent.headers().firstValue("location").orElseThrow());
        assertThat(receipt.body()).contains("Your enquiry is sent", path(made));
        assertThat(receipt.headers().firstValue("referrer-policy")).hasValue("no-referrer");

        var item = JSON.readTree(
                        get("/api/enquiries", "Authorization", recruiter()).body())
                .path("items")
                .get(0);
        assertThat(item.path("origin").asString()).isEqualTo("link");
        assertThat(item.path("link").asString())
                .isEqualTo("link/" + made.path("link").path("id").asString());
        assertThat(item.path("sites").toString()).isEqualTo("[\"granli\",\"granerud-nord\"]");
        var token = path(made).substring("/i/".length());
        for (var table : new String[] {"enquiry", "enquiry_event", "enquiry_person", "audit"}) {
            assertThat(jdbc.sql("select count(*) from " + table + " t where strpos(t::text, :token) > 0")
                            .param("token", token)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void aWithdrawnLinkTakesNone() {
        var made = make(draft("granli"), recruiter());
        var path = path(made) + "/henvendelse";
        var form = open(path);
        int before = count();
        assertThat(change("DELETE", api(made), "", recruiter()).statusCode()).isLessThan(300);
        var sent = ask(path, form);
        assertThat(sent.statusCode()).isEqualTo(404);
        assertThat(sent.body()).doesNotContain("Granli");
        assertThat(open(path).statusCode()).isEqualTo(404);
        assertThat(open(path + "/mottatt").statusCode()).isEqualTo(404);
        assertThat(count()).isEqualTo(before);
    }

    private int count() {
        return jdbc.sql("select count(*) from enquiry").query(Integer.class).single();
    }

    private HttpResponse<String> ask(String path, HttpResponse<String> form) {
        var found = STAMP.matcher(form.body());
        assertThat(found.find()).isTrue();
        clock.pass(Duration.ofSeconds(20));
        return send(HttpRequest.newBuilder(URI.create(base() + path + "?lang=en"))
                .header("User-Agent", PERSON)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=Ingrid&organisation=Nordlager&mail=a%40b.example&phone=&message=Hei"
                        + "&consent=yes&website=&stamp=" + found.group(1))));
    }
}
