package no.arealkompass.dataset;

import java.util.List;
import java.util.Locale;
import no.arealkompass.dataset.ImportIssue.FilePlace;
import org.geojson.Feature;
import org.geojson.FeatureCollection;
import org.geojson.Point;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file, for its owner: on the map, and as a table, in both languages. */
public final class IssueFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HEADING =
            "objekt;kode;hindrer;feil;tiltak;fault;remedy;lengdegrad;breddegrad;fil_x;fil_y";

    private IssueFile() {}

    /** A point (EPSG:4326) where there is a place, no geometry where there is none. */
    public static FeatureCollection geoJson(List<ImportIssue> issues) {
        FeatureCollection collection = new FeatureCollection();
        issues.forEach(issue -> collection.add(feature(issue)));
        return collection;
    }

    private static Feature feature(ImportIssue issue) {
        Feature feature = new Feature();
        feature.setId(String.valueOf(issue.id()));
        ImportIssue.Place place = issue.place();
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

    /** Semicolons, decimal commas and a byte order mark (to be written as UTF-8), as a Norwegian spreadsheet wants it. */
    public static String csv(List<ImportIssue> issues) {
        StringBuilder out = new StringBuilder(BYTE_ORDER_MARK).append(HEADING).append("\r\n");
        issues.forEach(issue -> out.append(line(issue)).append("\r\n"));
        return out.toString();
    }

    private static String line(ImportIssue issue) {
        ImportIssue.Place place = issue.place();
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
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[;\"\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** Decimal comma: the same spreadsheet reads it as a number. */
    private static String number(@Nullable Double value, String format) {
        return value == null ? "" : String.format(Locale.ROOT, format, value).replace('.', ',');
    }
}
