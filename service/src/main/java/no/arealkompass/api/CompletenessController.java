package no.arealkompass.api;

import java.util.List;
import java.util.UUID;
import no.arealkompass.access.Caller;
import no.arealkompass.score.Scoring;
import no.arealkompass.score.SiteCompleteness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is not known of the sites, and what it would be worth to find out. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class CompletenessController {
    private final Scoring scoring;

    CompletenessController(Scoring scoring) {
        this.scoring = scoring;
    }

    record Counts(List<SiteCompleteness.Count> items, int total) {}

    /** @param run a stored run; without it the run in use of the strategy, or of the region's first one */
    @GetMapping("/sites/{id}/completeness")
    SiteCompleteness ofSite(
            Caller caller,
            @PathVariable String id,
            @RequestParam @Nullable String run,
            @RequestParam @Nullable String strategy) {
        UUID of = run == null ? scoring.runInUse(caller, strategy) : RunsController.id(run);
        return scoring.completeness(caller, of, id);
    }

    @GetMapping("/runs/{id}/completeness")
    Counts ofRun(Caller caller, @PathVariable String id, @RequestParam String purpose) {
        var items = scoring.missing(caller, RunsController.id(id), purpose);
        return new Counts(items, items.size());
    }
}
