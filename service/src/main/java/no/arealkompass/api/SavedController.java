package no.arealkompass.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Scope;
import no.arealkompass.saved.SavedView;
import no.arealkompass.saved.SavedView.Kind;
import no.arealkompass.saved.SavedViews;
import no.arealkompass.wish.Wishes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Weights and answers saved under a name. The address is the key: it is not listed for others than the one who made it. */
@RestController
@RequestMapping(path = "/api/saved", produces = MediaType.APPLICATION_JSON_VALUE)
class SavedController {
    private static final JsonMapper JSON = JsonNames.named(JsonMapper.shared());

    private final SavedViews views;
    private final Wishes wishes;

    SavedController(SavedViews views, Wishes wishes) {
        this.views = views;
        this.wishes = wishes;
    }

    record Draft(
            @Nullable String kind,
            @Nullable String name,
            @Nullable JsonNode content) {}

    record Body(
            String id,
            String kind,
            String name,
            String madeAt,
            @Nullable String run,
            JsonNode content) {}

    record Items(List<Body> items) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Body> save(Caller caller, @RequestBody Draft draft) {
        Access.require(caller, Operation.SAVE_VIEWS);
        var name = name(draft.name());
        var saved = kind(draft.kind()) == Kind.ANSWER
                ? saveAnswer(caller, name, object(draft.content()))
                : views.save(caller, Kind.WEIGHTS, name, bounded(object(draft.content())), Scope.PUBLISHED, null);
        return ResponseEntity.created(URI.create("/api/saved/" + saved.id())).body(body(saved));
    }

    /** Only {run, wish} is asked for: the answer is worked out here, so that nobody can save another one. */
    private SavedView saveAnswer(Caller caller, String name, JsonNode content) {
        var run = RunsController.id(content.path("run").asString(""));
        var wish = content.path("wish").asString("");
        var answer = wishes.answer(caller, run, wish);
        var whole = JSON.createObjectNode()
                .put("run", run.toString())
                .put("wish", wish)
                .set("answer", JSON.valueToTree(answer));
        return views.save(
                caller,
                Kind.ANSWER,
                name,
                bounded(whole),
                Scope.read(answer.run().scope()),
                run);
    }

    @GetMapping("/{id}")
    ResponseEntity<Body> get(Caller caller, @PathVariable String id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body(views.get(caller, id(id))));
    }

    @GetMapping
    Items own(Caller caller, @RequestParam @Nullable String kind) {
        return new Items(views.own(caller, kind(kind)).stream()
                .map(SavedController::body)
                .toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable String id) {
        views.withdraw(caller, id(id));
    }

    private static Body body(SavedView view) {
        return new Body(
                view.id().toString(),
                view.kind().name().toLowerCase(Locale.ROOT),
                view.name(),
                view.madeAt().toString(),
                view.run() == null ? null : view.run().toString(),
                JSON.readTree(view.content()));
    }

    /** An address that is no id opens nothing, just as one that was never given out. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static Kind kind(@Nullable String text) {
        for (var kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kind;
            }
        }
        throw refusal(
                new Said("«kind» er ikke kjent.", "'kind' is not known."),
                new Said("Oppgi weights eller answer.", "Give weights or answer."));
    }

    private static String name(@Nullable String text) {
        var name = text == null ? "" : text.strip();
        if (name.isEmpty() || name.length() > SavedView.NAME_LENGTH) {
            throw refusal(
                    new Said("Navnet mangler eller er for langt.", "The name is missing or too long."),
                    new Said(
                            "Gi et navn på 1 til " + SavedView.NAME_LENGTH + " tegn.",
                            "Give a name of 1 to " + SavedView.NAME_LENGTH + " characters."));
        }
        return name;
    }

    private static JsonNode object(@Nullable JsonNode content) {
        if (content == null || !content.isObject()) {
            throw refusal(
                    new Said("Innholdet («content») mangler.", "'content' is missing."),
                    new Said("Oppgi et JSON-objekt.", "Give a JSON object."));
        }
        return content;
    }

    private static String bounded(JsonNode content) {
        var text = JSON.writeValueAsString(content);
        if (text.getBytes(StandardCharsets.UTF_8).length > SavedView.CONTENT_BYTES) {
            throw refusal(
                    new Said("Innholdet er for stort.", "The content is too large."),
                    new Said(
                            "Lagre høyst " + SavedView.CONTENT_BYTES + " byte.",
                            "Save at most " + SavedView.CONTENT_BYTES + " bytes."));
        }
        return text;
    }

    private static Refusal refusal(Said what, Said remedy) {
        return new Refusal(422, what, remedy);
    }
}
