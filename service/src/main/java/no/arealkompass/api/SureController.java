package no.arealkompass.api;

import no.arealkompass.access.Caller;
import no.arealkompass.score.Scoring;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How sure the ranking is: the utilities behind it, the ranking by other weights, and by many of them. */
@RestController
@RequestMapping(path = "/api/runs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class SureController {
    private final Scoring scoring;

    SureController(Scoring scoring) {
        this.scoring = scoring;
    }

    @GetMapping("/matrix/{purpose}")
    ResponseEntity<String> matrix(Caller caller, @PathVariable String id, @PathVariable String purpose) {
        return RunsController.forEver(scoring.matrix(caller, RunsController.id(id), purpose));
    }

    /** @param weights {@code ID:POINTS,ID:POINTS}; without it those of the strategy */
    @GetMapping("/rankings/{purpose}")
    ResponseEntity<String> ranking(
            Caller caller,
            @PathVariable String id,
            @PathVariable String purpose,
            @RequestParam @Nullable String weights) {
        var run = RunsController.id(id);
        var own = WeightsParameter.read(weights, scoring.purpose(caller, run, purpose));
        return RunsController.forEver(scoring.ranking(caller, run, purpose, own));
    }
}
