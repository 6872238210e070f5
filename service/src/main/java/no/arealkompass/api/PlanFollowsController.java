package no.arealkompass.api;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.arealkompass.access.Caller;
import no.arealkompass.follow.CheckChange;
import no.arealkompass.follow.Follow;
import no.arealkompass.follow.FollowDraft;
import no.arealkompass.follow.Follows;
import no.arealkompass.follow.Seen;
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

/** Following a plan, a municipality or the region, and what has changed there. */
@RestController
@RequestMapping(path = "/api/plan-follows", produces = MediaType.APPLICATION_JSON_VALUE)
class PlanFollowsController {
    private final Follows follows;

    PlanFollowsController(Follows follows) {
        this.follows = follows;
    }

    record Body(
            UUID id,
            String subject,
            String strategy,
            String language,
            @Nullable String mail,
            String madeAt) {}

    /** @param mailConfigured whether mail can be sent at all */
    record Own(boolean mailConfigured, List<Body> items) {}

    record ChangeBody(String at, CheckChange changes) {}

    record Changes(Follows.State state, List<ChangeBody> items) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Body> follow(Caller caller, @RequestBody FollowDraft draft) {
        var made = follows.follow(caller, draft);
        return ResponseEntity.created(URI.create("/api/plan-follows/" + made.id()))
                .body(body(made));
    }

    /** What the caller follows. */
    @GetMapping
    ResponseEntity<Own> own(Caller caller) {
        var items =
                follows.own(caller).stream().map(PlanFollowsController::body).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Own(follows.mailConfigured(caller), items));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable UUID id) {
        follows.end(caller, id);
    }

    /** What changed, newest first; nothing for what nobody follows. */
    @GetMapping("/changes")
    Changes changes(Caller caller, @RequestParam String subject, @RequestParam String strategy) {
        var changed = follows.changes(caller, subject, strategy);
        return new Changes(
                changed.state(),
                changed.changes().stream().map(PlanFollowsController::body).toList());
    }

    private static ChangeBody body(Seen seen) {
        return new ChangeBody(seen.at().toString(), Objects.requireNonNull(seen.changes()));
    }

    private static Body body(Follow follow) {
        return new Body(
                follow.id(),
                follow.subject(),
                follow.strategy(),
                follow.language(),
                follow.mail(),
                follow.madeAt().toString());
    }
}
