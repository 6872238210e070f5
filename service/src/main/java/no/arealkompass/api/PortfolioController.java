package no.arealkompass.api;

import no.arealkompass.access.Caller;
import no.arealkompass.score.Scoring;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the region is from what its strategy asks of all sites together, and what would get it there. */
@RestController
@RequestMapping(path = "/api/runs", produces = MediaType.APPLICATION_JSON_VALUE)
class PortfolioController {
    private final Scoring scoring;

    PortfolioController(Scoring scoring) {
        this.scoring = scoring;
    }

    /** Not for ever: how old what is stated is, changes with every confirmation. */
    @GetMapping("/{id}/portfolio")
    String portfolio(Caller caller, @PathVariable String id) {
        return scoring.attainment(caller, RunsController.id(id));
    }
}
