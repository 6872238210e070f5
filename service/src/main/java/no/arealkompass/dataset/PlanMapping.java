package no.arealkompass.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.arealkompass.dataset.CopyStream.Row;
import no.arealkompass.dataset.Mapping.Staged;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of one layer of a plan file: our properties, written alike whoever sent them (dates as ISO, codes without
 * decimals, object types as the standard has them), and beside them what the objects are called by others of the file.
 */
final class PlanMapping {
    private static final List<String> DATES = List.of("inForceFrom", "inForceTo", "decidedOn", "announcedOn");
    private static final List<String> CODES = List.of(
            "planId",
            "planType",
            "planStatus",
            "purposeCode",
            "considerationCode",
            "useStatus",
            "verticalLevel",
            "lawReference",
            "provision");
    private static final Map<String, String> STAGES =
            Map.of("innspill", "input", "forslag", "proposal", "høring", "hearing", "vedtatt", "adopted");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.]?(\\d{2})[-/.]?(\\d{2})(?!\\d).*");
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}[-/]\\d{2}[-/]\\d{2})[T ](\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)(Z|[+-]\\d{2}(?::\\d{2})?)");
    private static final Pattern NORWEGIAN_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");
    private static final String IDS = FieldNames.anyOf(List.of("gml_id", "id"));
    private static final String LOCAL_IDS =
            FieldNames.anyOf(List.of("lokalId", "identifikasjon.Identifikasjon.lokalId", "identifikasjon.lokalId"));
    private static final String AREA = FieldNames.anyOf(List.of(
            "planområde_href", "planområde.xlink:href", "rpOmråde_href", "kpOmråde_href", "rpOmråde.xlink:href"));
    private static final String PLAN = FieldNames.anyOf(List.of("arealplan_href", "arealplan.xlink:href"));

    private final Mapping mapping;
    private final String layer;
    private final boolean table;
    private final Set<String> badMunicipalities = new TreeSet<>();

    /**
     * @param layer its name, which says the object type where no field does
     * @param table whether it has no geometry: its rows are plans
     */
    PlanMapping(Mapping mapping, String layer, boolean table) {
        this.mapping = mapping;
        this.layer = layer;
        this.table = table;
    }

    /** What stood where a municipality number should, and was none. */
    Set<String> badMunicipalities() {
        return badMunicipalities;
    }

    Staged stage(int no, Row row) {
        List<ObjectNode> faults = new ArrayList<>();
        ObjectNode properties = mapping.properties(row, faults);
        String type = table ? PlanTypes.PLAN : type(properties);
        properties.put("objtype", type);
        DATES.forEach(name -> rewrite(properties, name, PlanMapping::day));
        CODES.forEach(name -> rewrite(properties, name, code -> code.replaceFirst("(?<=\\d)\\.0+$", "")));
        rewrite(properties, "stage", PlanMapping::stage);
        rewrite(properties, "municipality", this::municipality);
        String name = properties.path("zoneName").asString("");
        if (!name.isEmpty() && (name.equals(type) || name.equals(layer))) {
            properties.remove("zoneName"); // some senders repeat the type in the field of the name
        }
        properties.set("ref", references(row));
        Staged staged = mapping.staged(no, row, properties, faults);
        return staged.objectId() == null ? staged.named(String.valueOf(no)) : staged;
    }

    /** The object type of the row, or the name of the layer: for telling what was left out. */
    String kind(Row row) {
        String type = type(mapping.properties(row, new ArrayList<>()));
        return type.isEmpty() ? layer : type;
    }

    private String type(ObjectNode properties) {
        String said = PlanTypes.of(properties.path("objtype").asString(""));
        return said.isEmpty() ? PlanTypes.of(layer) : said;
    }

    private interface Rewriting {
        @Nullable
        String of(String value);
    }

    private static void rewrite(ObjectNode properties, String name, Rewriting how) {
        JsonNode value = properties.path(name);
        if (value.isString()) {
            String written = how.of(value.asString().strip());
            if (written == null) {
                properties.remove(name);
            } else {
                properties.put(name, written);
            }
        }
    }

    private @Nullable String municipality(String value) {
        String number = value.replaceFirst("\\.0+$", "");
        if (number.matches("\\d{3,4}")) {
            return number.length() == 3 ? "0" + number : number;
        }
        badMunicipalities.add(value.length() > 40 ? value.substring(0, 40) + "…" : value);
        return null;
    }

    private static @Nullable String stage(String value) {
        String plain = value.toLowerCase(Locale.ROOT);
        String stage = STAGES.getOrDefault(plain, plain);
        return PlanChoices.STAGES.contains(stage) ? stage : null;
    }

    /** The day in Norway; what cannot be read stays as it stands. */
    private static String day(String value) {
        try {
            Matcher moment = MOMENT.matcher(value);
            if (moment.matches()) {
                String offset = moment.group(3).length() == 3 ? moment.group(3) + ":00" : moment.group(3);
                return OffsetDateTime.parse(moment.group(1).replace('/', '-') + "T" + moment.group(2) + offset)
                        .atZoneSameInstant(NORWAY)
                        .toLocalDate()
                        .toString();
            }
            Matcher norwegian = NORWEGIAN_DAY.matcher(value);
            Matcher day = DAY.matcher(value);
            if (norwegian.matches()) {
                return day(norwegian.group(3), norwegian.group(2), norwegian.group(1));
            }
            return day.matches() ? day(day.group(1), day.group(2), day.group(3)) : value;
        } catch (DateTimeException e) {
            return value;
        }
    }

    private static String day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                .toString();
    }

    /** By which ids others may mean this object, and which plan and area it says it belongs to. */
    private JsonNode references(Row row) {
        ObjectNode references = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        var ids = references.putArray("ids");
        for (String from : List.of(IDS, LOCAL_IDS)) {
            String id = mapping.value(row, from);
            if (id != null && !id.isBlank()) {
                ids.add(id);
            }
        }
        refer(references, "area", mapping.value(row, AREA));
        refer(references, "plan", mapping.value(row, PLAN));
        return references;
    }

    private static void refer(ObjectNode references, String name, @Nullable String href) {
        if (href != null && !href.isBlank()) {
            references.put(name, href.substring(href.lastIndexOf('#') + 1));
        }
    }
}
