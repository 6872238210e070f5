package no.arealkompass.api;

import java.util.List;
import no.arealkompass.access.Caller;
import no.arealkompass.score.Scoring;
import no.arealkompass.strategy.Status;
import no.arealkompass.strategy.Text;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Published strategies: the list, and each in full exactly as it was published, as JSON. */
@RestController
@RequestMapping(path = "/api/strategies", produces = MediaType.APPLICATION_JSON_VALUE)
class StrategiesController {
    private final Scoring scoring;

    StrategiesController(Scoring scoring) {
        this.scoring = scoring;
    }

    record Entry(
            String id, String version, Text name, Status status, String decidedBy, String decidedOn, String region) {}

    record Strategies(List<Entry> items) {}

    @GetMapping
    Strategies list(Caller caller) {
        return new Strategies(scoring.strategies(caller).stream()
                .map(s ->
                        new Entry(s.id(), s.version(), s.name(), s.status(), s.decidedBy(), s.decidedOn(), s.region()))
                .toList());
    }

    @GetMapping("/{id}/{version}")
    JsonNode get(Caller caller, @PathVariable String id, @PathVariable String version) {
        return scoring.strategyDocument(caller, id, version);
    }
}
