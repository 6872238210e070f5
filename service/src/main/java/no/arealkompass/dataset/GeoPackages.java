package no.arealkompass.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.arealkompass.dataset.CopyStream.Row;

/**
 * A GeoPackage is a database, and a database can do things when it is read. It is opened read-only in the confined
 * child; here it is refused by name where a table in its contents list is a view, computes its columns or has triggers
 * of its own, and where it needs virtual tables or extensions beyond the ordinary ones.
 */
final class GeoPackages {
    private static final String OBJECTS = "SELECT m.type AS kind, m.name AS name, m.tbl_name AS tbl, m.sql AS sql,"
            + " (SELECT count(*) FROM gpkg_contents c WHERE lower(c.table_name) = lower(m.tbl_name)) AS listed"
            + " FROM sqlite_master m";
    private static final String EXTENSIONS = "SELECT DISTINCT extension_name AS name FROM gpkg_extensions";
    private static final Set<String> CORE =
            Set.of("gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys", "gpkg_extensions");
    private static final Pattern HARMLESS_EXTENSION = Pattern.compile(
            "gpkg_(rtree_index|schema|metadata|crs_wkt(_1_1)?|geom_\\w+|zoom_other|webp|2d_gridded_coverage|elevation_tiles"
                    + "|related_tables|geometry_type_trigger|srs_id_trigger)|related_tables|gdal_aspatial|nga_\\w+");
    private static final Pattern WRITES = Pattern.compile(
            "(?i)\\b(?:insert\\s+(?:or\\s+\\w+\\s+)?into|delete\\s+from|update|replace\\s+into)\\s+[\"'\\[`]?([^\"'\\]`\\s(]+)");
    private static final Pattern KEPT_BY_GDAL = Pattern.compile("(?i)rtree_.*|gpkg_ogr_contents|gpkg_contents");
    private static final Pattern VIRTUAL =
            Pattern.compile("(?is)\\s*create\\s+virtual\\s+table\\s.*?\\busing\\s+(\\w+).*");

    private GeoPackages() {}

    /** @throws Refused naming the table, trigger or extension */
    static Prepared prepare(Path copy, Gdal gdal) throws IOException {
        // GDAL takes versions newer than itself only under the proper name
        Path file = Files.move(copy, copy.resolveSibling("copy.gpkg"));
        boolean[] extended = {false};
        read(gdal, file, OBJECTS).forEach(row -> {
            check(row);
            extended[0] |= text(row, "name").equalsIgnoreCase("gpkg_extensions");
        });
        if (extended[0]) {
            Set<String> unknown = new TreeSet<>();
            for (Row row : read(gdal, file, EXTENSIONS)) {
                if (!HARMLESS_EXTENSION.matcher(text(row, "name")).matches()) {
                    unknown.add(text(row, "name"));
                }
            }
            if (!unknown.isEmpty()) {
                throw new Refused("GPKG_EXTENSION", Map.of("names", String.join(", ", unknown)));
            }
        }
        return Prepared.plain(Format.GEOPACKAGE, file);
    }

    private static void check(Row row) {
        String kind = text(row, "kind");
        String name = text(row, "name");
        String table = text(row, "tbl");
        String sql = text(row, "sql");
        boolean listed = !text(row, "listed").equals("0");
        boolean read = listed || CORE.contains(table.toLowerCase(Locale.ROOT));
        if (kind.equals("view") && read) {
            throw new Refused("GPKG_VIEW", Map.of("name", name));
        }
        if (kind.equals("trigger") && listed && !keepsGdalsBooks(sql)) {
            throw new Refused("GPKG_TRIGGER", Map.of("name", name, "table", table));
        }
        Matcher virtual = VIRTUAL.matcher(sql);
        if (kind.equals("table") && virtual.matches() && !virtual.group(1).equalsIgnoreCase("rtree")) {
            throw new Refused("GPKG_VIRTUAL", Map.of("name", name, "module", virtual.group(1)));
        }
        if (kind.equals("table") && read && (virtual.matches() || computes(sql))) {
            throw new Refused("GPKG_COMPUTED", Map.of("name", name));
        }
    }

    private static boolean computes(String sql) {
        return sql.toLowerCase(Locale.ROOT).contains("generated always");
    }

    /** Triggers of the standard extensions write to the spatial index and the counts, or nowhere. */
    private static boolean keepsGdalsBooks(String sql) {
        int body = sql.toLowerCase(Locale.ROOT).indexOf("begin");
        Matcher writes = WRITES.matcher(body < 0 ? sql : sql.substring(body));
        while (writes.find()) {
            if (!KEPT_BY_GDAL.matcher(writes.group(1)).matches()) {
                return false;
            }
        }
        return true;
    }

    private static List<Row> read(Gdal gdal, Path file, String query) {
        List<Row> rows = new ArrayList<>();
        gdal.query(Format.GEOPACKAGE, file, query, stream -> addAll(rows, stream));
        return rows;
    }

    private static void addAll(List<Row> rows, CopyStream stream) throws IOException {
        for (Row row = stream.next(); row != null && rows.size() < 100_000; row = stream.next()) {
            rows.add(row);
        }
    }

    private static String text(Row row, String field) {
        String value = row.fields().get(field);
        return value == null ? "" : value;
    }
}
