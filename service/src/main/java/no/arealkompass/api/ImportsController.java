package no.arealkompass.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.ImportIssue;
import no.arealkompass.dataset.ImportReport;
import org.geojson.FeatureCollection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of each file that was imported, and what was wrong with it, on the map. */
@RestController
@RequestMapping("/api/imports")
class ImportsController {
    private final Datasets datasets;

    ImportsController(Datasets datasets) {
        this.datasets = datasets;
    }

    record Imports(List<ImportReport> items, int total) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Imports list(Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable Integer offset) {
        var page = Page.of(limit, offset, 50);
        return new Imports(datasets.imports(caller, page.limit(), page.offset()), datasets.countImports(caller));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ImportReport get(Caller caller, @PathVariable long id) {
        return datasets.importReport(caller, id).orElseThrow(() -> noSuchImport(id));
    }

    /** The faults as features: a point where there is a place, no geometry where there is none. */
    @GetMapping(
            path = {"/{id}/issues", "/{id}/issues.geojson"},
            produces = CollectionsController.GEO_JSON)
    ResponseEntity<FeatureCollection> issues(Caller caller, @PathVariable long id) {
        return IssueFiles.geoJson(found(caller, id));
    }

    @GetMapping(path = "/{id}/issues.csv", produces = IssueFiles.CSV)
    ResponseEntity<byte[]> issuesAsTable(Caller caller, @PathVariable long id) {
        return IssueFiles.csv(found(caller, id));
    }

    private List<ImportIssue> found(Caller caller, long id) {
        if (datasets.importReport(caller, id).isEmpty()) {
            throw noSuchImport(id);
        }
        return datasets.issues(caller, id);
    }

    /** A fault as RFC 9457 extensions show it. */
    static Map<String, Object> violation(ImportIssue issue, Locale locale) {
        var violation = new LinkedHashMap<String, Object>();
        violation.put("object", issue.objectId());
        violation.put("code", issue.code());
        var place = issue.place();
        if (place != null) {
            violation.put("place", List.of(place.longitude(), place.latitude()));
        }
        violation.put("detail", new Said(issue.message().nb(), issue.message().en()).in(locale));
        violation.put("remedy", new Said(issue.remedy().nb(), issue.remedy().en()).in(locale));
        return violation;
    }

    private static Refusal noSuchImport(long id) {
        return new Refusal(
                404,
                new Said("Det finnes ingen import " + id + ".", "There is no import " + id + "."),
                new Said("Se listen på /api/imports.", "See the list at /api/imports."));
    }
}
