package no.arealkompass.dataset;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.arealkompass.dataset.ForeignFile.Encoding;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Looks through a GeoJSON file once, without keeping anything: is it whole, and which CRS does it name? GDAL cannot
 * be asked: it takes longitude and latitude where the name is unknown to it, and follows a link to the network.
 *
 * @param stated whether there is a {@code crs} member
 * @param name the name in it; null when it is absent, null or a link
 */
record GeoJsonHead(boolean stated, @Nullable String name) {
    private static final int NAMES_OF_GEOJSON = 20;

    /**
     * Looks through the file; one that is not in UTF-8, as the standard has it, is put right in a copy beside it.
     *
     * @throws Refused as {@link #read} does
     */
    static Prepared prepare(Path file, ImportLimits.Content limits) {
        try {
            TextEncoding encoding = TextEncoding.of(file);
            boolean standard = encoding == TextEncoding.UTF_8 || encoding == TextEncoding.ASCII;
            Path copy = standard ? file : inUtf8(file, encoding);
            GeoJsonHead head = read(copy, limits);
            List<FileIssue> notes = standard
                    ? List.of()
                    : List.of(new FileIssue(
                            "ENCODING_DIFFERS", false, Map.of("declared", "UTF-8", "found", encoding.iana())));
            return new Prepared(
                    Format.GEOJSON,
                    copy,
                    Map.of(),
                    notes,
                    standard ? null : new Encoding(encoding.iana(), null),
                    () -> false,
                    // GDAL takes degrees where the name is unknown to it; the file's own word counts
                    l -> new Layer(l.name(), l.type(), head.name(), !head.stated(), l.count(), l.fields()),
                    layer -> UnaryOperator.identity());
        } catch (CharacterCodingException e) {
            throw new Refused("NOT_UTF8", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path inUtf8(Path file, TextEncoding encoding) throws IOException {
        Path copy = file.resolveSibling("utf8.json");
        try (Reader in = Files.newBufferedReader(file, Charset.forName(encoding.iana()));
                Writer out = Files.newBufferedWriter(copy)) {
            in.transferTo(out);
        }
        return copy;
    }

    /** @throws Refused when the file is no whole JSON document, with line and column; or beyond the limits */
    static GeoJsonHead read(Path file, ImportLimits.Content limits) {
        Set<String> fields = new HashSet<>();
        JsonFactory json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .build())
                .build();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), file)) {
            GeoJsonHead head = new GeoJsonHead(false, null);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME
                        && fields.add(parser.currentName())
                        && fields.size() > limits.fields() + NAMES_OF_GEOJSON) {
                    throw new Refused("TOO_MANY_FIELDS", Map.of("limit", limits.fields()));
                }
                boolean member = token == JsonToken.PROPERTY_NAME
                        && parser.streamReadContext().getNestingDepth() == 1;
                if (member && "crs".equals(parser.currentName())) {
                    head = new GeoJsonHead(true, name(parser).orElse(null));
                }
            }
            return head;
        } catch (StreamConstraintsException e) {
            throw new Refused("TOO_DEEP", Map.of("limit", limits.depth()));
        } catch (JacksonException e) {
            Map<String, Object> args = e.getLocation() == null
                    ? Map.of("line", 0, "column", 0, "reason", reason(e))
                    : Map.of(
                            "line", e.getLocation().getLineNr(),
                            "column", e.getLocation().getColumnNr(),
                            "reason", reason(e));
            throw new Refused("NOT_JSON", args);
        }
    }

    /** The text under crs/properties/name, reading to the end of the member. */
    private static Optional<String> name(JsonParser parser) {
        Optional<String> name = Optional.empty();
        int depth = 0;
        do {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return name;
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING && depth == 2 && "name".equals(parser.currentName())) {
                name = Optional.of(parser.getString());
            }
        } while (depth > 0);
        return name;
    }

    private static String reason(JacksonException e) {
        return e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
    }
}
