package no.arealkompass.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.arealkompass.dataset.CopyStream.Row;
import no.arealkompass.dataset.Refused.FileIssue;
import no.arealkompass.geo.Geo;
import no.arealkompass.geo.GeometryFault;
import org.jspecify.annotations.Nullable;

/**
 * The geometry of a table's rows: from a column of well-known text, or from two columns of coordinates, told by their
 * names. Every other column stays as it is.
 *
 * @param wkt the column of well-known text, or null
 * @param east the column of eastings or longitudes, or null
 * @param north the column of northings or latitudes, or null
 */
record TableGeometry(
        @Nullable String wkt,
        @Nullable String east,
        @Nullable String north) {
    private static final Set<String> WKT =
            Set.of("wkt", "geometri", "geometry", "geom", "thegeom", "wktgeom", "geomwkt");
    private static final Set<String> EAST = Set.of(
            "x",
            "øst",
            "ost",
            "east",
            "easting",
            "lengdegrad",
            "lon",
            "lng",
            "long",
            "longitude",
            "utmx",
            "utmøst",
            "utmost",
            "xkoord",
            "xkoordinat",
            "østkoordinat",
            "koordinatx",
            "koordinatøst");
    private static final Set<String> NORTH = Set.of(
            "y",
            "nord",
            "north",
            "northing",
            "breddegrad",
            "lat",
            "latitude",
            "utmy",
            "utmnord",
            "ykoord",
            "ykoordinat",
            "nordkoordinat",
            "koordinaty",
            "koordinatnord");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,20})?");
    private static final int SHOWN = 60;

    static TableGeometry of(List<String> columns) {
        String wkt = named(columns, WKT);
        String east = named(columns, EAST);
        String north = named(columns, NORTH);
        return wkt != null || east == null || north == null
                ? new TableGeometry(wkt, null, null)
                : new TableGeometry(null, east, north);
    }

    boolean exists() {
        return wkt != null || east != null;
    }

    Row with(Row row) {
        try {
            byte[] wkb = wkt != null ? ofText(value(row, wkt)) : ofNumbers(value(row, east), value(row, north));
            return new Row(row.fields(), wkb);
        } catch (GeometryFault e) {
            return new Row(
                    row.fields(), null, new FileIssue("GEOMETRY_" + e.code().name(), true, Map.copyOf(e.args())));
        } catch (BadNumber e) {
            return new Row(
                    row.fields(), null, new FileIssue("GEOMETRY_COORDINATE", true, Map.of("value", e.getMessage())));
        }
    }

    private static byte @Nullable [] ofText(String text) {
        return text.isEmpty() ? null : Geo.wkbOfText(text);
    }

    private static byte @Nullable [] ofNumbers(String east, String north) {
        return east.isEmpty() && north.isEmpty() ? null : Geo.wkbOfPoint(number(east), number(north));
    }

    /** With a decimal comma or point, and with spaces between thousands. */
    private static double number(String written) {
        String plain = written.replaceAll("[\\s\u00A0\u202F']", "")
                .replace('\u2212', '-')
                .replace(',', '.');
        if (!NUMBER.matcher(plain).matches()) {
            throw new BadNumber(written.length() > SHOWN ? written.substring(0, SHOWN) + "…" : written);
        }
        return Double.parseDouble(plain);
    }

    private static String value(Row row, @Nullable String column) {
        return Optional.ofNullable(row.fields().get(column)).map(String::strip).orElse("");
    }

    private static @Nullable String named(List<String> columns, Set<String> names) {
        return columns.stream()
                .filter(column -> names.contains(plain(column)))
                .findFirst()
                .orElse(null);
    }

    /** Letters only, without what stands in parentheses or brackets (units). */
    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)|\\[[^\\]]*\\]", "")
                .replaceAll("[^a-zæøå]", "");
    }

    /** Not a coordinate. */
    private static final class BadNumber extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String value;

        BadNumber(String value) {
            super(value, null, false, false);
            this.value = value;
        }

        @Override
        public String getMessage() {
            return value;
        }
    }
}
