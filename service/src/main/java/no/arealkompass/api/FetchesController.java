package no.arealkompass.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Source;
import no.arealkompass.intake.Fetch;
import no.arealkompass.intake.FetchBusy;
import no.arealkompass.intake.Fetches;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open data brought in from their publishers: begin it, and see how far it is. */
@RestController
@RequestMapping(path = "/api/datasets/{dataset}/fetches", produces = MediaType.APPLICATION_JSON_VALUE)
class FetchesController {
    private final Datasets datasets;
    private final Fetches fetches;

    FetchesController(Datasets datasets, Fetches fetches) {
        this.datasets = datasets;
        this.fetches = fetches;
    }

    record FetchList(List<Fetch> items, int total) {}

    @GetMapping
    FetchList list(Caller caller, @PathVariable String dataset) {
        Access.require(caller, Operation.READ_IMPORTS);
        var items = fetches.of(caller, described(caller, dataset).id());
        return new FetchList(items, items.size());
    }

    @GetMapping("/{id}")
    Fetch get(Caller caller, @PathVariable String dataset, @PathVariable long id) {
        return fetches.find(caller, id)
                .filter(fetch -> fetch.dataset().equals(dataset))
                .orElseThrow(() -> new Refusal(
                        404,
                        new Said("Det finnes ingen henting " + id + ".", "There is no fetch " + id + "."),
                        new Said(
                                "Se listen på /api/datasets/" + dataset + "/fetches.",
                                "See the list at /api/datasets/" + dataset + "/fetches.")));
    }

    /** @param source which source; without it the first one that can be fetched */
    @PostMapping
    ResponseEntity<Fetch> start(Caller caller, @PathVariable String dataset, @RequestParam @Nullable String source) {
        Access.require(caller, Operation.IMPORT);
        var from = source(described(caller, dataset), source);
        var fetch = fetches.start(caller, dataset, from.id());
        return ResponseEntity.accepted()
                .location(URI.create("/api/datasets/" + dataset + "/fetches/" + fetch.id()))
                .body(fetch);
    }

    private Dataset described(Caller caller, String id) {
        return datasets.find(caller, id)
                .orElseThrow(() -> new Refusal(
                        404,
                        new Said("Det finnes ikke noe datasett «" + id + "».", "There is no dataset '" + id + "'."),
                        new Said("Se listen på /api/datasets.", "See the list at /api/datasets.")));
    }

    private static Source source(Dataset dataset, @Nullable String wanted) {
        return dataset.sources().stream()
                .filter(s -> wanted == null || s.id().equals(wanted))
                .filter(s -> s.available() && !s.sample() && s.download() != null)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        409,
                        new Said(
                                "«" + dataset.name().nb() + "» kan ikke hentes av tjenesten.",
                                "“" + dataset.name().en() + "” cannot be fetched by the service."),
                        new Said(
                                "Se howToGet på /api/datasets/" + dataset.id() + "; last ned filen og importer den.",
                                "See howToGet at /api/datasets/" + dataset.id() + "; download and import the file.")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(FetchBusy e, Locale locale) {
        return Problems.answer(
                409,
                "fetch-busy",
                locale,
                new Said("Hentes allerede", "Being fetched already"),
                new Said("Datasettet hentes nå.", "The dataset is being fetched now."),
                new Said("Vent til hentingen er ferdig.", "Wait until that has ended."));
    }
}
