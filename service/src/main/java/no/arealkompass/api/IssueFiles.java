package no.arealkompass.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import no.arealkompass.dataset.ImportIssue;
import no.arealkompass.dataset.ImportIssue.FilePlace;
import org.geojson.Feature;
import org.geojson.FeatureCollection;
import org.geojson.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What is wrong with a file, for its owner: on the map, and as a table in both languages. */
final class IssueFiles {
    static final String CSV = "text/csv;charset=UTF-8";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HEADING =
            "objekt;kode;hindrer;feil;tiltak;fault;remedy;lengdegrad;breddegrad;fil_x;fil_y";

    private IssueFiles() {}

    /** A point where there is a place, no geometry where there is none. */
    static ResponseEntity<Object> geoJson(List<ImportIssue> issues) {
        var collection = new FeatureCollection();
        issues.forEach(issue -> collection.add(feature(issue)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"feil.geojson\"")
                .contentType(MediaType.parseMediaType(CollectionsController.GEO_JSON))
                .body(collection);
    }

    private static Feature feature(ImportIssue issue) {
        var feature = new Feature();
        feature.setId(String.valueOf(issue.id()));
        var place = issue.place();
        if (place != null) {
            feature.setGeometry(new Point(place.longitude(), place.latitude()));
        }
        feature.setProperty("code", issue.code());
        feature.setProperty("objectId", issue.objectId());
        feature.setProperty("blocking", issue.blocking());
        feature.setProperty("filePlace", issue.filePlace());
        feature.setProperty("message", issue.message());
        feature.setProperty("remedy", issue.remedy());
        return feature;
    }

    /** Semicolons and a byte order mark, as a Norwegian spreadsheet wants it. */
    static ResponseEntity<byte[]> csv(List<ImportIssue> issues) {
        var out = new StringBuilder(BYTE_ORDER_MARK).append(HEADING).append("\r\n");
        issues.forEach(issue -> out.append(line(issue)).append("\r\n"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"feil.csv\"")
                .contentType(MediaType.parseMediaType(CSV))
                .body(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(ImportIssue issue) {
        var place = issue.place();
        FilePlace file = issue.filePlace();
        return String.join(
                ";",
                cell(issue.objectId()),
                cell(issue.code()),
                issue.blocking() ? "ja" : "nei",
                cell(issue.message().nb()),
                cell(issue.remedy().nb()),
                cell(issue.message().en()),
                cell(issue.remedy().en()),
                number(place == null ? null : place.longitude(), "%.7f"),
                number(place == null ? null : place.latitude(), "%.7f"),
                number(file == null ? null : file.x(), "%.4f"),
                number(file == null ? null : file.y(), "%.4f"));
    }

    /** A spreadsheet would calculate a cell that begins like a formula; an apostrophe makes it text. */
    static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[;\"\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** Decimal comma: the same spreadsheet reads it as a number. */
    private static String number(@Nullable Double value, String format) {
        return value == null ? "" : String.format(Locale.ROOT, format, value).replace('.', ',');
    }
}
