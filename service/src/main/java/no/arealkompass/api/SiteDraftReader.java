package no.arealkompass.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.arealkompass.geo.GeoJson;
import no.arealkompass.geo.GeometryFault;
import no.arealkompass.site.DraftFault;
import no.arealkompass.site.Fact;
import no.arealkompass.site.Site;
import no.arealkompass.site.SiteDraft;
import no.arealkompass.site.SiteMedia;
import no.arealkompass.site.SiteNotValid;
import no.arealkompass.site.SitePart;
import no.arealkompass.yaml.Text;
import org.geojson.GeoJsonObject;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the JSON somebody sends to a draft of a site, with every field that cannot be read named. */
final class SiteDraftReader {
    private static final int MOST_BYTES = 4_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<DraftFault> faults = new ArrayList<>();

    private SiteDraftReader() {}

    /** The body as an object, bounded before it is parsed. */
    static JsonNode body(InputStream in) throws IOException {
        return JsonBody.read(in, MOST_BYTES, "4 MB", new Said("Forenkle omrissene.", "Simplify the outlines."));
    }

    /** @throws SiteNotValid naming every field that cannot be read */
    static SiteDraft read(String id, JsonNode body) {
        var reader = new SiteDraftReader();
        var draft = reader.draft(body);
        if (!reader.faults.isEmpty()) {
            throw new SiteNotValid(id, reader.faults);
        }
        return draft;
    }

    private SiteDraft draft(JsonNode body) {
        return new SiteDraft(
                text(body, "name"),
                constant(body, "kind", "kind", Site.Kind.class, Site.Kind.LAND),
                // A site nobody published is a draft: closed until somebody opens it.
                body.has("publication")
                        ? constant(body, "publication", "publication", Site.Publication.class, Site.Publication.DRAFT)
                        : Site.Publication.DRAFT,
                shape(body.path("footprint"), "footprint"),
                flag(body, "schematic", false),
                flag(body, "areaKnown", true),
                body.path("accuracyM").asDouble(Double.NaN),
                text(body, "source"),
                facts(body.path("facts"), "facts"),
                parts(body.path("parts")),
                body.path("scoredPart").isString() ? body.path("scoredPart").asString() : null,
                media(body.path("media")),
                text(body, "why"));
    }

    private List<SiteDraft.PartDraft> parts(JsonNode list) {
        var parts = new ArrayList<SiteDraft.PartDraft>();
        for (var node : items(list, "parts")) {
            var id = text(node, "id");
            var field = "parts[" + id + "]";
            parts.add(new SiteDraft.PartDraft(
                    id,
                    constant(node, "kind", field + ".kind", SitePart.Kind.class, SitePart.Kind.PLOT),
                    text(node, "name"),
                    node.path("status").isString()
                            ? constant(node, "status", field + ".status", SitePart.Status.class, SitePart.Status.FREE)
                            : null,
                    shape(node.path("footprint"), field + ".footprint"),
                    facts(node.path("facts"), field + ".facts")));
        }
        return parts;
    }

    private List<Fact> facts(JsonNode list, String field) {
        var facts = new ArrayList<Fact>();
        for (var node : items(list, field)) {
            var value = node.path("value");
            facts.add(new Fact(
                    text(node, "fact"),
                    value.isNumber()
                            ? (Object) value.asDouble()
                            : value.isBoolean() ? value.asBoolean() : text(node, "value"),
                    text(node, "unit"),
                    text(node, "statedBy"),
                    text(node, "on"),
                    text(node, "basis"),
                    text(node, "source"),
                    text(node, "url")));
        }
        return facts;
    }

    private List<SiteMedia> media(JsonNode list) {
        var media = new ArrayList<SiteMedia>();
        for (var node : items(list, "media")) {
            var field = "media[" + media.size() + "].kind";
            media.add(new SiteMedia(
                    constant(node, "kind", field, SiteMedia.Kind.class, SiteMedia.Kind.PICTURE),
                    text(node, "url"),
                    text(node, "text")));
        }
        return media;
    }

    private List<JsonNode> items(JsonNode list, String field) {
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            add("NOT_A_LIST", field, new Text("«%s» er ingen liste.", "“%s” is no list.").filled(field), "[…]");
        }
        return list.isArray() ? list.valueStream().toList() : List.of();
    }

    private @Nullable Geometry shape(JsonNode node, String field) {
        if (!node.isObject()) {
            return null;
        }
        try {
            return GeoJson.readArea(JSON.treeToValue(node, GeoJsonObject.class), 4326);
        } catch (GeometryFault e) {
            faults.add(DraftFault.of(field, e));
        } catch (JacksonException | ClassCastException e) {
            add(
                    "UNREADABLE",
                    field,
                    new Text("Omrisset kan ikke leses.", "The outline cannot be read."),
                    "GeoJSON Polygon, MultiPolygon");
        }
        return null;
    }

    /** A constant as we write it (planArea) or as the database has it (PLAN_AREA). */
    private <E extends Enum<E>> E constant(JsonNode node, String key, String field, Class<E> type, E otherwise) {
        var wanted = text(node, key).replace("_", "").toLowerCase(Locale.ROOT);
        for (var one : type.getEnumConstants()) {
            if (one.name().replace("_", "").toLowerCase(Locale.ROOT).equals(wanted)) {
                return one;
            }
        }
        add(
                "NOT_ONE_OF",
                field,
                new Text("«%s» kan ikke være «%s».", "“%s” cannot be “%s”.").filled(field, text(node, key)),
                String.join(
                        ", ",
                        List.of(type.getEnumConstants()).stream()
                                .map(no.arealkompass.score.ConstantName::of)
                                .toList()));
        return otherwise;
    }

    private boolean flag(JsonNode node, String key, boolean otherwise) {
        var value = node.path(key);
        if (!value.isBoolean() && !value.isMissingNode()) {
            add(
                    "NOT_A_BOOLEAN",
                    key,
                    new Text("«%s» er verken true eller false.", "“%s” is neither true nor false.").filled(key),
                    "true, false");
        }
        return value.asBoolean(otherwise);
    }

    private void add(String code, String field, Text message, String allowed) {
        faults.add(
                new DraftFault(code, field, null, true, message, new Text("Skriv: %s", "Write: %s").filled(allowed)));
    }

    private static String text(JsonNode node, String key) {
        var value = node.path(key);
        return value.isString() ? value.asString().strip() : "";
    }
}
