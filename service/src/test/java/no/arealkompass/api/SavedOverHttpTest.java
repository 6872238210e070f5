package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Scope;
import no.arealkompass.saved.NoSuchView;
import no.arealkompass.saved.SavedView;
import no.arealkompass.saved.SavedView.Kind;
import no.arealkompass.saved.SavedViews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** Views are saved by those who may, opened by whoever has the address, and never changed. */
@DirtiesContext
class SavedOverHttpTest extends ServiceTest {
    private static final String WEIGHTS = """
            {"kind": "weights", "name": " Kraft først ", "content": {"purpose": "datasenter", "weights": {"C18": 60, "C20": 40}}}""";

    @Autowired
    SavedViews views;

    @Test
    void whatIsSavedIsOpenedByItsAddressAndListedForItsMakerOnly() {
        var made = post(WEIGHTS, administrator());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var saved = JSON.readTree(made.body());
        assertThat(saved.path("name").asString()).isEqualTo("Kraft først");
        var address = made.headers().firstValue("location").orElseThrow();

        var opened = json(address);
        assertThat(opened.path("content")).isEqualTo(JSON.readTree(WEIGHTS).path("content"));
        assertThat(opened.path("madeBy").isMissingNode())
                .as("the account is nobody's business")
                .isTrue();
        assertThat(get("/api/saved?kind=weights").statusCode()).isEqualTo(401);
        var own = get("/api/saved?kind=weights", "Authorization", administrator());
        assertThat(own.body()).contains(saved.path("id").asString());
        assertThat(get("/api/saved?kind=answer", "Authorization", administrator())
                        .body())
                .doesNotContain(saved.path("id").asString());
        assertThat(views.own(Caller.administrator("en annen"), Kind.WEIGHTS)).isEmpty();
    }

    @Test
    void aWithdrawnOneAndOneThatNeverWasAreToldAlike() {
        var address =
                post(WEIGHTS, administrator()).headers().firstValue("location").orElseThrow();
        assertThat(delete(address, null).statusCode()).isEqualTo(401);
        var id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        assertThatThrownBy(() -> views.withdraw(Caller.administrator("en annen"), id))
                .isInstanceOf(NoSuchView.class);
        assertThat(delete(address, administrator()).statusCode()).isEqualTo(204);
        assertThat(delete(address, administrator()).statusCode())
                .as("only once")
                .isEqualTo(404);

        var gone = get(address);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body())
                .contains("no-such-view")
                .isEqualTo(get("/api/saved/" + UUID.randomUUID()).body().replaceAll("/api/saved/[^\"]*", address));
        assertThat(get("/api/saved/tull", "Accept-Language", "en").body()).contains("nothing to open");
    }

    @Test
    void whatTellsOfDraftsIsNotForThePublic() {
        var admin = Caller.administrator("test");
        var view = views.save(admin, Kind.ANSWER, "Med utkast", "{}", Scope.ALL, null);
        assertThat(views.get(admin, view.id()).name()).isEqualTo("Med utkast");
        assertThat(get("/api/saved/" + view.id()).statusCode()).isEqualTo(404);
        assertThat(get("/api/saved/" + view.id(), "Authorization", administrator())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyWholeViewsAreSavedAndNoneIsChanged() {
        assertThat(post(WEIGHTS, null).statusCode()).isEqualTo(401);
        for (var wrong : new String[] {
            WEIGHTS.replace("\"weights\", \"name\"", "\"picture\", \"name\""),
            WEIGHTS.replace(" Kraft først ", "  "),
            WEIGHTS.replace("Kraft først", "x".repeat(SavedView.NAME_LENGTH + 1)),
            "{\"kind\": \"weights\", \"name\": \"Tom\", \"content\": [1]}",
            WEIGHTS.replace("datasenter", "x".repeat(SavedView.CONTENT_BYTES))
        }) {
            var answer = post(wrong, administrator());
            assertThat(answer.statusCode()).as(wrong.substring(0, 40)).isEqualTo(422);
            assertThat(answer.body()).contains("remedy");
        }
        var id = views.save(Caller.administrator("test"), Kind.WEIGHTS, "Fast", "{}", Scope.PUBLISHED, null)
                .id();
        assertThatThrownBy(() -> jdbc.sql("update saved_view set name = 'Annet' where id = :id")
                        .param("id", id)
                        .update())
                .hasMessageContaining("never changed");
    }

    private HttpResponse<String> post(String body, @Nullable String login) {
        return send(logged(login)
                .uri(URI.create(base() + "/api/saved"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> delete(String address, @Nullable String login) {
        return send(logged(login).uri(URI.create(base() + address)).DELETE());
    }

    private static HttpRequest.Builder logged(@Nullable String login) {
        var request = HttpRequest.newBuilder();
        return login == null ? request : request.header("Authorization", login);
    }
}
