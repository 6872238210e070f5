package no.arealkompass.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the properties of a delivered feature to a site, with every fault named. */
final class SiteReader {
    private static final List<String> FACT_KEYS = List.of("fact", "statedBy", "on", "basis", "source");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A feature of a delivery: its object id and its properties as JSON. */
    record Delivered(long featureId, String objectId, String geometryType, JsonNode properties) {}

    /** What a site version is stored from. */
    record Content(
            String id,
            String name,
            Site.Kind kind,
            Site.Publication publication,
            boolean schematic,
            boolean areaKnown,
            double accuracyM,
            String source,
            List<Fact> facts) {}

    private SiteReader() {}

    /** Collects the faults of the whole delivery, so that its owner mends them in one go. */
    static void check(List<Delivered> delivered, FactCheck catalogue) {
        var problems = new ArrayList<SiteFault.Problem>();
        for (var row : delivered) {
            for (var fault : faults(row, catalogue).entrySet()) {
                problems.add(new SiteFault.Problem(row.objectId(), fault.getKey(), fault.getValue()));
            }
        }
        if (!problems.isEmpty()) {
            throw new SiteFault(problems);
        }
    }

    private static Map<String, String> faults(Delivered row, FactCheck catalogue) {
        var faults = new LinkedHashMap<String, String>();
        var p = row.properties();
        if (!DraftCheck.ID.matcher(row.objectId()).matches()) {
            faults.put(
                    "Id-en må bestå av små bokstaver a–z, tall og bindestrek. Gi objektet en slik id.",
                    "The id must consist of lower-case letters a–z, digits and hyphens. Give the object such an id.");
        }
        for (var key : List.of("name", "kind", "source")) {
            if (text(p, key).isBlank()) {
                faults.put("«" + key + "» mangler. Fyll det inn.", "'" + key + "' is missing. Fill it in.");
            }
        }
        oneOf(faults, "kind", text(p, "kind"), Site.Kind.values());
        oneOf(
                faults,
                "publication",
                p.has("publication") ? text(p, "publication") : "draft",
                Site.Publication.values());
        var accuracy = p.path("accuracyM");
        if (!accuracy.isNumber() || accuracy.asDouble() < 0) {
            faults.put(
                    "«accuracyM» må være meter, 0 eller mer: hvor langt formen kan ligge fra sannheten.",
                    "'accuracyM' must be metres, 0 or more: how far the shape may lie from the truth.");
        }
        var facts = facts(p);
        for (int i = 0; i < facts.size(); i++) {
            int before = faults.size();
            factFaults(faults, facts.get(i), i + 1);
            if (faults.size() == before) {
                known(faults, facts.get(i), catalogue);
            }
        }
        return faults;
    }

    private static void factFaults(Map<String, String> faults, JsonNode fact, int number) {
        var name = fact.path("fact").asString("nr. " + number);
        for (var key : FACT_KEYS) {
            if (fact.path(key).asString("").isBlank()) {
                faults.put(
                        "Faktum «" + name + "» mangler «" + key + "». Ingenting er et faktum uten hvem, når og hvor.",
                        "Fact '" + name + "' lacks '" + key + "'. Nothing is a fact without who, when and where.");
            }
        }
        if (!fact.path("value").isValueNode() || fact.path("value").isNull()) {
            faults.put(
                    "Faktum «" + name + "» mangler verdi («value»: tall, tekst eller sann/usann).",
                    "Fact '" + name + "' has no value ('value': number, text or boolean).");
        }
        if (!FactCheck.WHEN.matcher(fact.path("on").asString("")).matches()) {
            faults.put(
                    "Faktum «" + name + "»: «on» må være år, år-måned eller dato (2021, 2021-05, 2021-05-17).",
                    "Fact '" + name + "': 'on' must be a year, month or date (2021, 2021-05, 2021-05-17).");
        }
        if (!FactCheck.BASES.contains(fact.path("basis").asString(""))) {
            faults.put(
                    "Faktum «" + name + "»: «basis» må være en av " + FactCheck.BASES + ".",
                    "Fact '" + name + "': 'basis' must be one of " + FactCheck.BASES + ".");
        }
    }

    /** A fact that is complete is held against the catalogue: a known name, a value of its type, in its unit. */
    private static void known(Map<String, String> faults, JsonNode fact, FactCheck catalogue) {
        catalogue.value("", fact(fact)).stream()
                .filter(DraftFault::blocking)
                .forEach(fault -> faults.put(
                        fault.message().nb() + " " + fault.remedy().nb(),
                        fault.message().en() + " " + fault.remedy().en()));
    }

    private static void oneOf(Map<String, String> faults, String key, String value, Enum<?>[] allowed) {
        var names = List.of(allowed).stream()
                .map(e -> e.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!value.isBlank() && !names.contains(value.toLowerCase(Locale.ROOT))) {
            faults.put(
                    "«" + key + "» er «" + value + "», men må være en av " + names + ".",
                    "'" + key + "' is '" + value + "' but must be one of " + names + ".");
        }
    }

    static Content read(Delivered row) {
        var p = row.properties();
        return new Content(
                row.objectId(),
                text(p, "name"),
                Site.Kind.valueOf(text(p, "kind").toUpperCase(Locale.ROOT)),
                // A site nobody published is a draft: closed until somebody opens it.
                Site.Publication.valueOf(p.path("publication").asString("draft").toUpperCase(Locale.ROOT)),
                p.path("schematic").asBoolean(false),
                p.path("areaKnown").asBoolean(true),
                p.path("accuracyM").asDouble(),
                text(p, "source"),
                facts(p).stream().map(SiteReader::fact).toList());
    }

    private static Fact fact(JsonNode node) {
        return new Fact(
                text(node, "fact"),
                value(node.path("value")),
                text(node, "unit"),
                text(node, "statedBy"),
                text(node, "on"),
                text(node, "basis"),
                text(node, "source"),
                text(node, "url"));
    }

    private static Object value(JsonNode node) {
        return node.isNumber() ? node.asDouble() : node.isBoolean() ? node.asBoolean() : node.asString();
    }

    /** Some formats carry the list of facts as a JSON text. */
    static List<JsonNode> facts(JsonNode properties) {
        var facts = properties.path("facts");
        var list = facts.isString() ? JSON.readTree(facts.asString()) : facts;
        return list.isArray() ? list.valueStream().toList() : List.of();
    }

    private static String text(@Nullable JsonNode node, String key) {
        return node == null ? "" : node.path(key).asString("");
    }
}
