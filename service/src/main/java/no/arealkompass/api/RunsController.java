package no.arealkompass.api;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import no.arealkompass.access.Caller;
import no.arealkompass.score.RunEntry;
import no.arealkompass.score.Scoring;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs and their scores, passed on byte for byte as they were stored. */
@RestController
@RequestMapping(path = "/api/runs", produces = MediaType.APPLICATION_JSON_VALUE)
class RunsController {
    private final Scoring scoring;

    RunsController(Scoring scoring) {
        this.scoring = scoring;
    }

    record Runs(List<RunEntry> items, int total) {}

    @GetMapping
    Runs list(Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable Integer offset) {
        var page = Page.of(limit, offset, 50);
        return new Runs(scoring.runs(caller, page.limit(), page.offset()), scoring.countRuns(caller));
    }

    @GetMapping("/latest")
    ResponseEntity<Void> latest(
            Caller caller, @RequestParam @Nullable String strategy, @RequestParam @Nullable String scenario) {
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .cacheControl(CacheControl.noStore())
                .location(URI.create("/api/runs/" + scoring.runInUse(caller, strategy, scenario)))
                .build();
    }

    @GetMapping("/{id}")
    ResponseEntity<String> run(Caller caller, @PathVariable String id) {
        return forEver(scoring.run(caller, id(id)));
    }

    @GetMapping("/{id}/scores")
    ResponseEntity<String> scores(
            Caller caller,
            @PathVariable String id,
            @RequestParam String purpose,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable Integer offset) {
        var page = Page.of(limit, offset, 100);
        return forEver(scoring.scores(caller, id(id), purpose, page.limit(), page.offset()));
    }

    @GetMapping("/{id}/scores/{purpose}/{site}")
    ResponseEntity<String> score(
            Caller caller, @PathVariable String id, @PathVariable String purpose, @PathVariable String site) {
        return forEver(scoring.score(caller, id(id), purpose, site));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    400,
                    new Said("«" + text + "» er ikke en kjørings-id.", "'" + text + "' is not a run id."),
                    new Said("Se listen på /api/runs.", "See the list at /api/runs."));
        }
    }

    /** Private: what a run shows depends on who asks, but never changes for them. */
    static ResponseEntity<String> forEver(String body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(java.time.Duration.ofDays(365))
                        .cachePrivate()
                        .immutable())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
