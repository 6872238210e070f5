package no.arealkompass.dataset;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.arealkompass.dataset.Refused.FileIssue;
import no.arealkompass.geo.Geo;
import org.jspecify.annotations.Nullable;

/**
 * The stream between GDAL and us: the rows of a PostgreSQL COPY, one object per line, the geometry first, as the hex of
 * its well-known binary. Of all that GDAL can write to a pipe this alone keeps every double bit for bit, and Z and M.
 * One object is held at a time.
 */
final class CopyStream {
    /** What GDAL is told to call the column of the geometry; tables have none. */
    static final String GEOMETRY = "geometry of the object";

    private final InputStream in;
    private final ImportLimits limits;
    private final List<String> names;
    private final UnaryOperator<Row> asMeant;
    private long taken;
    private long objects;
    private long vertices;
    private boolean geometry;
    private List<String> columns = List.of();
    private List<String> fields = List.of();

    /**
     * @param names the fields' names as the file has them; GDAL alters those that differ by case alone, and the ones we
     *     gave it ourselves
     * @param asMeant from an object as GDAL sends it to the object as the file means it
     */
    CopyStream(InputStream in, ImportLimits limits, List<String> names, UnaryOperator<Row> asMeant) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.limits = limits;
        this.names = names;
        this.asMeant = asMeant;
    }

    /**
     * One object as it stands in the file.
     *
     * @param fields their field → its value as text; null where it has none
     * @param wkb the geometry in the file's CRS, without arcs; or null
     * @param fault why there is no geometry although the file has something in its place; or null
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Row(
            Map<String, @Nullable String> fields,
            byte @Nullable [] wkb,
            @Nullable FileIssue fault) {
        Row(Map<String, @Nullable String> fields, byte @Nullable [] wkb) {
            this(fields, wkb, null);
        }
    }

    /** The names of the file's fields; known once the first row was asked for. */
    List<String> fields() {
        return fields;
    }

    /** The next object, or null at the end. */
    @Nullable
    Row next() throws IOException {
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith("COPY ")) {
                columns = columns(line);
                geometry = !columns.isEmpty() && columns.getFirst().equals(GEOMETRY);
                fields = geometry ? columns.subList(1, columns.size()) : columns;
                fields = names.size() == fields.size() ? names : fields;
            } else if (line.equals("\\.")) {
                return null;
            } else if (!columns.isEmpty()) {
                Row row = asMeant.apply(row(line));
                requireWithinLimits(row);
                return row;
            }
        }
        return null;
    }

    private Row row(String line) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        byte[] wkb = null;
        int from = 0;
        for (int i = 0; i < columns.size(); i++) {
            int to = end(line, from);
            String value = line.substring(from, to);
            from = Math.min(line.length(), to + 1);
            if (i == 0 && geometry) {
                wkb = value.equals("\\N") ? null : HexFormat.of().parseHex(value);
            } else {
                values.put(fields.get(geometry ? i - 1 : i), value.equals("\\N") ? null : unescape(value));
            }
        }
        return new Row(values, wkb);
    }

    /** Where the value ends that begins here: GDAL writes a tab within a value as a backslash and the tab itself. */
    private static int end(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) != '\t') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, line.length());
    }

    /** By hand: a name may be as long as an object, and a pattern with alternatives is as deep as its text is long. */
    private static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        StringBuilder name = null;
        for (int i = line.indexOf('('); i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '"') {
                if (name != null) {
                    name.append(c);
                }
            } else if (name == null) {
                name = new StringBuilder();
            } else if (line.startsWith("\"\"", i)) {
                name.append(c);
                i++;
            } else {
                columns.add(name.toString());
                name = null;
            }
        }
        return columns;
    }

    private static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\' || ++i == value.length()) {
                out.append(c);
                continue;
            }
            out.append(
                    switch (value.charAt(i)) {
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        case 'v' -> '\u000B';
                        default -> value.charAt(i);
                    });
        }
        return out.toString();
    }

    /** One row, which may hold line breaks of its own, each after a backslash. */
    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
        boolean escaped = false;
        for (int b = in.read(); b != '\n' || escaped; b = in.read()) {
            if (b < 0) {
                return line.size() == 0 ? null : text(line);
            }
            escaped = b == '\\' && !escaped;
            line.write(b);
            requireWithinLimits(line.size());
        }
        return text(line);
    }

    private void requireWithinLimits(Row row) {
        ImportLimits.Content content = limits.content();
        if (++objects > content.objects()) {
            throw new Refused("TOO_MANY_OBJECTS", Map.of("limit", content.objects()));
        }
        int has = row.wkb() == null ? 0 : Geo.mostVertices(row.wkb());
        vertices += has;
        if (has > content.objectVertices()) {
            throw new Refused("TOO_MANY_VERTICES", Map.of("object", objects, "limit", content.objectVertices()));
        }
        if (vertices > content.vertices()) {
            throw new Refused("TOO_MANY_VERTICES_IN_ALL", Map.of("limit", content.vertices()));
        }
    }

    private void requireWithinLimits(int size) {
        if (size > limits.objectBytes()) {
            throw new Refused("OBJECT_TOO_LARGE", Map.of("limitMb", limits.objectBytes() / 1_000_000));
        }
        if (++taken > limits.outputBytes()) {
            throw new Refused("TOO_MUCH", Map.of("limitMb", limits.outputBytes() / 1_000_000));
        }
    }

    private static String text(ByteArrayOutputStream line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused("NOT_UTF8", Map.of());
        }
    }
}
