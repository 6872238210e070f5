package no.arealkompass.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A site as one row of a table that people edit: its own columns, then seven per fact ({@code powerMW},
 * {@code powerMW_unit}, {@code powerMW_statedBy}, {@code powerMW_on}, {@code powerMW_basis}, {@code powerMW_source},
 * {@code powerMW_url}). Of several statements of one fact the second is called {@code powerMW_2}. Out and in again gives
 * the same facts, whatever the format made of numbers, booleans and dates on the way.
 */
final class SiteColumns {
    private static final List<String> PARTS = List.of("unit", "statedBy", "on", "basis", "source", "url");

    /** Told in the export and not read back: they follow from the rest. */
    private static final Set<String> TOLD = Set.of("areadaa", "freshness", "municipalities", "fid", "ogc_fid", "id");

    private static final Pattern COLUMN = Pattern.compile(
            "([A-Za-z0-9]+)(?:_(\\d{1,2}))?(?:_(unit|statedBy|on|basis|source|url))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,15})?([eE][+-]?\\d{1,3})?");
    private static final Pattern NORWEGIAN_DATE = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern GDAL_DATE = Pattern.compile("(\\d{4})/(\\d{2})/(\\d{2})");

    private final FactCatalogue catalogue;

    SiteColumns(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What a row says of a site. What it does not have a column for is null: that is left as it is.
     *
     * @param version the version the row was exported from
     * @param facts the statements the row makes
     * @param named columns of the row that belong to a fact, by fact: a fact without any column is left as it is
     * @param unknown columns that mean nothing here
     * @param faults what cannot be read, each with its remedy
     */
    record Row(
            @Nullable Integer version,
            @Nullable String name,
            Site.@Nullable Kind kind,
            Site.@Nullable Publication publication,
            @Nullable Boolean schematic,
            @Nullable Boolean areaKnown,
            @Nullable Double accuracyM,
            @Nullable String source,
            List<Fact> facts,
            Set<String> named,
            Set<String> unknown,
            List<Said> faults) {}

    /** A fault and its remedy. */
    record Said(Text message, Text remedy) {}

    /** The columns of a site; values are texts, numbers, booleans or null. */
    Map<String, @Nullable Object> write(Site site, String freshness, Set<String> facts) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", site.id());
        columns.put("version", site.version());
        columns.put("name", quoted(site.name()));
        columns.put("kind", site.kind().name().toLowerCase(Locale.ROOT));
        columns.put("publication", site.publication().name().toLowerCase(Locale.ROOT));
        columns.put("freshness", freshness);
        columns.put("areaDaa", site.areaKnown() ? Math.round(site.areaM2() / 100) / 10.0 : null);
        columns.put("schematic", site.schematic());
        columns.put("areaKnown", site.areaKnown());
        columns.put("accuracyM", site.accuracyM());
        columns.put("source", quoted(site.source()));
        var stated = keyed(site.facts());
        facts.forEach(key -> fact(columns, key, stated.get(key)));
        return columns;
    }

    private static void fact(Map<String, @Nullable Object> columns, String key, @Nullable Fact fact) {
        columns.put(key, fact == null ? null : fact.value() instanceof String text ? quoted(text) : fact.value());
        columns.put(key + "_unit", fact == null ? null : quoted(fact.unit()));
        columns.put(key + "_statedBy", fact == null ? null : quoted(fact.statedBy()));
        columns.put(key + "_on", fact == null ? null : quoted(fact.on()));
        columns.put(key + "_basis", fact == null ? null : quoted(fact.basis()));
        columns.put(key + "_source", fact == null ? null : quoted(fact.source()));
        columns.put(key + "_url", fact == null ? null : quoted(fact.url()));
    }

    /** Keys of the fact columns that some sites need, in the order of the catalogue; all of the catalogue when asked. */
    Set<String> keys(List<Site> sites, boolean all) {
        var used = new TreeSet<String>();
        sites.forEach(site -> used.addAll(keyed(site.facts()).keySet()));
        var keys = new LinkedHashSet<String>();
        for (var kind : catalogue.all()) {
            if (all) {
                keys.add(kind.id());
            }
            used.stream().filter(key -> id(key).equals(kind.id())).forEach(keys::add);
        }
        keys.addAll(used);
        return keys;
    }

    /** Facts by column key: of several statements of one fact the second gets _2, the third _3. */
    static Map<String, Fact> keyed(List<Fact> facts) {
        var keyed = new LinkedHashMap<String, Fact>();
        for (var fact : facts) {
            int number = 1;
            while (keyed.containsKey(key(fact.fact(), number))) {
                number++;
            }
            keyed.put(key(fact.fact(), number), fact);
        }
        return keyed;
    }

    private static String key(String fact, int number) {
        return number == 1 ? fact : fact + "_" + number;
    }

    private static String id(String key) {
        return key.replaceFirst("_\\d+$", "");
    }

    /**
     * @param columns every column of the row; null where the cell is empty
     * @param stated what is stated about the site today, by column key: what a file has no column for stays so
     */
    Row read(JsonNode columns, Map<String, Fact> stated) {
        var faults = new ArrayList<Said>();
        var unknown = new TreeSet<String>();
        var cells = new LinkedHashMap<String, Map<String, @Nullable String>>(); // fact key → part → cell
        var own = new LinkedHashMap<String, @Nullable String>();
        for (var column : columns.properties()) {
            var cell = cell(column.getValue());
            var name = column.getKey().strip();
            if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
                own.put(name.toLowerCase(Locale.ROOT), cell);
            } else if (!TOLD.contains(name.toLowerCase(Locale.ROOT)) && !factCell(cells, name, cell)) {
                unknown.add(name);
            }
        }
        var facts = new ArrayList<Fact>();
        for (Map.Entry<String, Map<String, @Nullable String>> entry : cells.entrySet()) {
            var fact = fact(entry.getKey(), entry.getValue(), stated.get(entry.getKey()), faults);
            if (fact != null) {
                facts.add(fact);
            }
        }
        return new Row(
                integer("version", own.get("version"), faults),
                own.get("name"),
                constant("kind", own.get("kind"), Site.Kind.values(), faults),
                constant("publication", own.get("publication"), Site.Publication.values(), faults),
                bool("schematic", own.get("schematic"), faults),
                bool("areaKnown", own.get("areaknown"), faults),
                number("accuracyM", own.get("accuracym"), faults),
                own.get("source"),
                facts,
                cells.keySet(),
                unknown,
                faults);
    }

    private static final Set<String> OWN =
            Set.of("version", "name", "kind", "publication", "schematic", "areaknown", "accuracym", "source");

    private boolean factCell(Map<String, Map<String, @Nullable String>> cells, String column, @Nullable String cell) {
        Matcher matcher = COLUMN.matcher(column);
        if (!matcher.matches()) {
            return false;
        }
        var kind = catalogue.all().stream()
                .filter(one -> one.id().equalsIgnoreCase(matcher.group(1)))
                .findFirst();
        if (kind.isEmpty()) {
            return false;
        }
        var key = key(kind.get().id(), matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)));
        var part = matcher.group(3) == null
                ? "value"
                : PARTS.stream()
                        .filter(matcher.group(3)::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow();
        cells.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(part, cell);
        return true;
    }

    /** Null when every cell is empty: the row does not state it. */
    private @Nullable Fact fact(
            String key, Map<String, @Nullable String> parts, @Nullable Fact before, List<Said> faults) {
        var value = parts.get("value");
        if (value == null && !parts.containsKey("value") && before != null) {
            value = String.valueOf(before.value());
        }
        if (value == null) {
            if (parts.values().stream().anyMatch(Objects::nonNull)
                    && parts.entrySet().stream()
                            .anyMatch(part ->
                                    part.getValue() != null && !part.getKey().equals("unit"))) {
                faults.add(new Said(
                        new Text(
                                "«" + key + "» har ingen verdi, men andre felt er fylt ut.",
                                "'" + key + "' has no value, but other cells of it are filled in."),
                        new Text(
                                "Fyll inn verdien, eller tøm alle feltene for å fjerne opplysningen.",
                                "Fill in the value, or empty all its cells to remove the fact.")));
            }
            return null;
        }
        var kind = catalogue.find(id(key)).orElseThrow();
        Object typed = typed(key, kind.type(), value, faults);
        var fact = new Fact(
                kind.id(),
                before != null && same(before.value(), typed) ? before.value() : typed == null ? value : typed,
                unit(parts, kind.unit(), before),
                part(parts, "statedBy", before == null ? "" : before.statedBy()),
                date(part(parts, "on", before == null ? "" : before.on())),
                part(parts, "basis", before == null ? "stated" : before.basis()),
                part(parts, "source", before == null ? "" : before.source()),
                part(parts, "url", before == null ? "" : before.url()));
        boolean unsaid = !parts.containsKey("statedBy") || !parts.containsKey("on");
        if (unsaid && before != null && !same(before.value(), fact.value())) {
            faults.add(new Said(
                    new Text(
                            "«" + key + "» har ny verdi, men filen sier ikke hvem som oppgir den og når.",
                            "'" + key + "' has a new value, but the file does not say who states it and when."),
                    new Text(
                            "Ta med kolonnene «" + key + "_statedBy» og «" + key + "_on».",
                            "Include the columns '" + key + "_statedBy' and '" + key + "_on'.")));
        }
        return fact;
    }

    /** Numbers are equal as numbers, whatever wrote them. */
    private static boolean same(Object before, @Nullable Object after) {
        if (before instanceof Number a && after instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        return before.equals(after);
    }

    /** What the row says; "" for an empty cell, and what was stated where there is no such column. */
    private static String part(Map<String, @Nullable String> parts, String part, String before) {
        return parts.containsKey(part) ? or(parts.get(part), "") : before;
    }

    /** An empty cell means the unit of the catalogue, unless nothing was stated before either. */
    private static String unit(Map<String, @Nullable String> parts, String usual, @Nullable Fact before) {
        var given = parts.get("unit");
        return given != null ? given : (before != null ? before.unit() : usual);
    }

    private static @Nullable Object typed(String key, FactCatalogue.Type type, String value, List<Said> faults) {
        return switch (type) {
            case NUMBER -> number(key, value, faults);
            case BOOLEAN -> bool(key, value, faults);
            case CLASS, TEXT, EMAIL, PHONE -> value;
        };
    }

    private static String or(@Nullable String value, String other) {
        return value == null ? other : value;
    }

    /** Spreadsheets and GDAL write dates their own way. */
    static String date(String value) {
        var norwegian = NORWEGIAN_DATE.matcher(value);
        if (norwegian.matches()) {
            return String.format(
                    Locale.ROOT,
                    "%s-%02d-%02d",
                    norwegian.group(3),
                    Integer.parseInt(norwegian.group(2)),
                    Integer.parseInt(norwegian.group(1)));
        }
        return GDAL_DATE.matcher(value).replaceFirst("$1-$2-$3").replaceFirst("^(\\d{4})\\.0$", "$1");
    }

    private static @Nullable String cell(JsonNode value) {
        var text = value.isNull() ? "" : value.asString("");
        return text.isBlank() ? null : unquoted(text);
    }

    private static @Nullable Double number(String column, @Nullable String cell, List<Said> faults) {
        if (cell == null) {
            return null;
        }
        var plain = cell.replace("\u00a0", "").replace(" ", "").strip();
        if (!NUMBER.matcher(plain).matches()) {
            faults.add(bad(column, cell, "et tall, som 12,5", "a number, such as 12.5"));
            return null;
        }
        return Double.parseDouble(plain.replace(',', '.'));
    }

    private static @Nullable Integer integer(String column, @Nullable String cell, List<Said> faults) {
        var number = number(column, cell, faults);
        return number == null ? null : number.intValue();
    }

    private static @Nullable Boolean bool(String column, @Nullable String cell, List<Said> faults) {
        if (cell == null) {
            return null;
        }
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "1", "ja", "sann", "yes" -> true;
            case "false", "f", "0", "nei", "usann", "no" -> false;
            default -> {
                faults.add(bad(column, cell, "ja eller nei", "yes or no"));
                yield null;
            }
        };
    }

    private static <E extends Enum<E>> @Nullable E constant(
            String column, @Nullable String cell, E[] values, List<Said> faults) {
        if (cell == null) {
            return null;
        }
        for (var value : values) {
            if (value.name().equalsIgnoreCase(cell.strip())) {
                return value;
            }
        }
        var names = String.join(
                ", ",
                List.of(values).stream()
                        .map(v -> v.name().toLowerCase(Locale.ROOT))
                        .toList());
        faults.add(bad(column, cell, "en av " + names, "one of " + names));
        return null;
    }

    private static Said bad(String column, String cell, String nb, String en) {
        return new Said(
                new Text("«" + column + "» er «" + cell + "».", "'" + column + "' is '" + cell + "'."),
                new Text("Skriv " + nb + ".", "Write " + en + "."));
    }

    /** A cell that a spreadsheet would run as a formula gets a leading quote, and one that has such a quote another. */
    static String quoted(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String unquoted(String text) {
        return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }
}
