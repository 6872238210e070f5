package no.arealkompass.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Looks through a GeoJSON file once, without keeping anything: is it whole, and which CRS does it name? GDAL cannot
 * be asked: it takes longitude and latitude where the name is unknown to it, and follows a link to the network.
 *
 * @param stated whether there is a {@code crs} member
 * @param name the name in it; null when it is absent, null or a link
 */
record GeoJsonHead(boolean stated, @Nullable String name) {
    /** Coordinates of a multipolygon in a collection stand at depth ten. */
    private static final int DEPTH = 64;

    /** @throws Refused when the file is no whole JSON document; with line and column */
    static GeoJsonHead read(Path file) {
        JsonFactory json = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                .build();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), file)) {
            GeoJsonHead head = new GeoJsonHead(false, null);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean member = token == JsonToken.PROPERTY_NAME
                        && parser.streamReadContext().getNestingDepth() == 1;
                if (member && "crs".equals(parser.currentName())) {
                    head = new GeoJsonHead(true, name(parser).orElse(null));
                }
            }
            return head;
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
