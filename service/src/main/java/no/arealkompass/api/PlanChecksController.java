package no.arealkompass.api;

import java.net.URI;
import java.util.UUID;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.plancheck.PlanChecks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plans held against a strategy, passed on byte for byte as the checks were stored. */
@RestController
@RequestMapping(path = "/api/plan-checks", produces = MediaType.APPLICATION_JSON_VALUE)
class PlanChecksController {
    private static final int LONGEST = 120;

    private final PlanChecks checks;
    private final Datasets datasets;

    PlanChecksController(PlanChecks checks, Datasets datasets) {
        this.checks = checks;
        this.datasets = datasets;
    }

    /**
     * The check for the present state; the address it keeps for ever stands in the header {@code Location}.
     *
     * @param strategy id of a strategy; the region's first when it is left out
     */
    @GetMapping("/latest")
    ResponseEntity<String> latest(
            Caller caller, @RequestParam String subject, @RequestParam @Nullable String strategy) {
        var by = strategy == null ? datasets.region(caller).strategies().getFirst() : strategy;
        if (subject.length() > LONGEST || by.length() > LONGEST) {
            throw new Refusal(
                    400,
                    new Said(
                            "Emnet eller strategien er for langt skrevet.", "The subject or the strategy is too long."),
                    new Said("Skriv for eksempel subject=3414~.", "Write for instance subject=3414~."));
        }
        var check = checks.latest(caller, subject, by);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .location(URI.create("/api/plan-checks/" + check.id()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(check.json());
    }

    @GetMapping("/{id}")
    ResponseEntity<String> check(Caller caller, @PathVariable String id) {
        return RunsController.forEver(checks.get(caller, id(id)).json());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    400,
                    new Said(
                            "«" + text + "» er ikke id-en til en kontroll.",
                            "'" + text + "' is not the id of a check."),
                    new Said("Hent id-en fra /api/plan-checks/latest.", "Get the id from /api/plan-checks/latest."));
        }
    }
}
