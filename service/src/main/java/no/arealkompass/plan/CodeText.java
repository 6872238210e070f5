package no.arealkompass.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import no.arealkompass.plan.PlanCodes.Code;

/** Codes as senders write them: a number with decimals, a number with its name, or the name alone. */
final class CodeText {
    private static final Pattern NUMBER = Pattern.compile("([0-9]+)(?:\\.0+)?");
    private static final Pattern NUMBER_AND_NAME = Pattern.compile("([0-9]{1,4})\\s*[-–:]?\\s+\\D.*");

    private final Map<String, Map<String, String>> codesOf = new LinkedHashMap<>();

    CodeText(PlanCodes codes) {
        codesOf.put("purposeCode", byName(codes.purposes()));
        codesOf.put("considerationCode", byName(codes.considerations()));
        codesOf.put("planStatus", byName(codes.statuses()));
        codesOf.put("useStatus", byName(codes.useStatuses()));
        codesOf.put("verticalLevel", byName(codes.verticalLevels()));
        Map<String, String> types = new LinkedHashMap<>();
        codes.types().forEach(type -> types.putIfAbsent(plain(type.name().nb()), type.code()));
        codesOf.put("planType", types);
    }

    /** The object with codes where its codes are meant; what is no code in any way of writing stays as it is. */
    DeliveredObject read(DeliveredObject object) {
        Map<String, String> properties = new LinkedHashMap<>(object.properties());
        codesOf.forEach(
                (property, byName) -> properties.computeIfPresent(property, (key, text) -> code(text.strip(), byName)));
        return new DeliveredObject(object.featureId(), object.objectId(), properties);
    }

    private static String code(String text, Map<String, String> byName) {
        for (var pattern : List.of(NUMBER, NUMBER_AND_NAME)) {
            var matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return byName.getOrDefault(plain(text), text);
    }

    private static Map<String, String> byName(List<Code> codes) {
        Map<String, String> byName = new LinkedHashMap<>();
        codes.forEach(code -> byName.putIfAbsent(plain(code.name().nb()), code.code()));
        return byName;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-zæøå]", "");
    }
}
