package no.arealkompass.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import no.arealkompass.dataset.ImportIssue;
import no.arealkompass.dataset.IssueFile;
import org.geojson.FeatureCollection;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What is wrong with a file, sent for the map and for a spreadsheet. */
final class IssueFiles {
    static final String CSV = "text/csv;charset=UTF-8";

    private IssueFiles() {}

    static ResponseEntity<FeatureCollection> geoJson(List<ImportIssue> issues) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"feil.geojson\"")
                .contentType(MediaType.parseMediaType(CollectionsController.GEO_JSON))
                .body(IssueFile.geoJson(issues));
    }

    static ResponseEntity<byte[]> csv(List<ImportIssue> issues) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"feil.csv\"")
                .contentType(MediaType.parseMediaType(CSV))
                .body(IssueFile.csv(issues).getBytes(StandardCharsets.UTF_8));
    }
}
