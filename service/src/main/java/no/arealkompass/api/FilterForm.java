package no.arealkompass.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.arealkompass.catalogue.Choices;
import no.arealkompass.catalogue.Choices.Choice;
import no.arealkompass.catalogue.Filter;
import no.arealkompass.paper.Language;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the catalogue as they stand in an address: read leniently, so that a mistyped number spoils nothing but
 * itself, and says so.
 *
 * @param given what stood in the address and is known, by name
 * @param faults what could not be used, in words
 * @param table whether sites are shown as a table
 * @param page 1, 2, 3 …
 */
record FilterForm(Map<String, String> given, Filter filter, List<String> faults, boolean table, int page) {
    static final String LEAST_DAA = "min";
    static final String MOST_DAA = "max";
    static final String PURPOSE = "formal";
    static final String MUNICIPALITY = "kommune";
    static final String DESTINATION = "til";
    static final String MINUTES = "minutter";
    static final String POWER = "mw";
    static final String PLAN = "plan";
    static final String SORT = "sorter";
    static final String VIEW = "vis";
    static final String PAGE = "side";
    private static final List<String> NAMES =
            List.of(LEAST_DAA, MOST_DAA, PURPOSE, MUNICIPALITY, DESTINATION, MINUTES, POWER, PLAN, SORT, VIEW, PAGE);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}(?:[.,]\\d{1,3})?");
    private static final Map<String, Filter.Sort> SORTS = Map.of(
            "navn", Filter.Sort.NAME,
            "areal", Filter.Sort.AREA,
            "minutter", Filter.Sort.MINUTES,
            "kraft", Filter.Sort.POWER);
    private static final int LONGEST = 40;

    /** What stands in the address, held against what can be chosen. */
    static FilterForm read(Map<String, String> parameters, Choices choices, Language language) {
        Map<String, String> given = new LinkedHashMap<>();
        for (var name : NAMES) {
            var value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                given.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
            }
        }
        var reader = new Reader(given, language, new ArrayList<>());
        var first = choices.destinations().isEmpty()
                ? ""
                : choices.destinations().getFirst().id();
        var to = reader.choice(DESTINATION, choices.destinations(), language.of("Reisemål", "Destination"));
        var filter = new Filter(
                reader.number(LEAST_DAA, language.of("Minst areal", "Smallest area")),
                reader.number(MOST_DAA, language.of("Størst areal", "Largest area")),
                reader.choice(PURPOSE, choices.purposes(), language.of("Formål", "Purpose")),
                reader.choice(MUNICIPALITY, choices.municipalities(), language.of("Kommune", "Municipality")),
                to.isEmpty() ? first : to,
                reader.number(MINUTES, language.of("Minutter", "Minutes")),
                reader.number(POWER, language.of("Kraft", "Power")),
                reader.choice(PLAN, choices.plans(), language.of("Planstatus", "Plan status")),
                SORTS.getOrDefault(given.getOrDefault(SORT, ""), Filter.Sort.NAME));
        int page = given.getOrDefault(PAGE, "").matches("[1-9]\\d{0,3}") ? Integer.parseInt(given.get(PAGE)) : 1;
        return new FilterForm(given, filter, reader.faults(), "tabell".equals(given.get(VIEW)), page);
    }

    private record Reader(Map<String, String> given, Language language, List<String> faults) {
        @Nullable
        Double number(String name, String label) {
            var text = given.get(name);
            if (text == null) {
                return null;
            }
            var plain = text.replaceAll("[\\s\u00a0]", "");
            if (NUMBER.matcher(plain).matches()) {
                return Double.valueOf(plain.replace(',', '.'));
            }
            faults.add(language.of(
                    "«" + label + "» kan ikke leses som et tall og er ikke brukt. Skriv for eksempel 50.",
                    "“" + label + "” cannot be read as a number and is not used. Write 50, for example."));
            given.remove(name);
            return null;
        }

        String choice(String name, List<Choice> choices, String label) {
            var text = given.getOrDefault(name, "");
            if (text.isEmpty() || Choices.has(choices, text)) {
                return text;
            }
            faults.add(language.of(
                    "«" + label + "»: valget finnes ikke og er ikke brukt. Velg fra listen.",
                    "“" + label + "”: there is no such choice, and it is not used. Choose from the list."));
            given.remove(name);
            return "";
        }
    }

    /** What stands in a field. */
    public String value(String name) {
        return given.getOrDefault(name, "");
    }

    /** The filters behind an address, with one of them changed; an empty value takes it away. */
    public String query(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(given);
        all.remove(PAGE);
        all.put(name, value);
        var text = all.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }

    /** The filters behind an address, as they are. */
    String query() {
        return query(PAGE, value(PAGE));
    }
}
