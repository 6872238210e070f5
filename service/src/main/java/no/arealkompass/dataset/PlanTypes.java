package no.arealkompass.dataset;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names of object types in SOSI Plan, however a sender writes them: {@code rparealformalomrade},
 * {@code KpArealformålOmråde_2018}. Source: SOSI Plan 4.5 and 5.0, and the national services of 2026.
 */
final class PlanTypes {
    /** The plan itself, which has no geometry. */
    static final String PLAN = "Arealplan";

    private static final List<String> AREAS = List.of(
            "KpOmråde",
            "KpArealformålOmråde",
            "KpArealbrukOmråde",
            "KpBestemmelseOmråde",
            "KpRestriksjonOmråde",
            "KpRetningslinjeOmråde",
            "KpAngittHensynSone",
            "KpBåndleggingSone",
            "KpDetaljeringSone",
            "KpFareSone",
            "KpGjennomføringSone",
            "KpInfrastrukturSone",
            "KpSikringSone",
            "KpStøySone",
            "RpOmråde",
            "RpArealformålOmråde",
            "RpBestemmelseOmråde",
            "RpAngittHensynSone",
            "RpBåndleggingSone",
            "RpDetaljeringSone",
            "RpFareSone",
            "RpGjennomføringSone",
            "RpInfrastrukturSone",
            "RpSikringSone",
            "RpStøySone",
            "RbOmråde",
            "RbFormålOmråde",
            "RbBevaringOmråde",
            "RbFornyelseOmråde",
            "RbRekkefølgeOmråde",
            "RbRestriksjonOmråde",
            "RbFareOmråde",
            "PblMidlByggAnleggOmråde",
            PLAN);

    private static final Pattern ANY = Pattern.compile("(Kp|Rp|Rb|Pbl)\\p{Lu}\\p{L}+");
    private static final Pattern NO_AREA =
            Pattern.compile("(?i).*(grense|linje|punkt|påskrift|paskrift|høyde|hoyde|planoversikt|layer_styles)");
    private static final Map<String, String> BY_PLAIN = byPlain();

    private PlanTypes() {}

    private static Map<String, String> byPlain() {
        Map<String, String> byPlain = new LinkedHashMap<>();
        AREAS.stream()
                .sorted(Comparator.comparing(String::length).reversed()) // the longest name a text holds is meant
                .forEach(name -> byPlain.put(plain(name), name));
        return byPlain;
    }

    /** The name as the standard writes it; empty when the text names no object type of a plan. */
    static String of(String text) {
        String written = text.strip();
        String plain = plain(written);
        for (Map.Entry<String, String> known : BY_PLAIN.entrySet()) {
            if (plain.equals(known.getKey()) || (plain.startsWith(known.getKey()) && written.matches(".*[_\\d.-].*"))) {
                return known.getValue();
            }
        }
        return ANY.matcher(written).matches() ? written : "";
    }

    /** Whether a layer of this name holds lines, points or texts, which are no part of what is checked. */
    static boolean isNoArea(String layer) {
        return NO_AREA.matcher(layer).matches()
                || layer.equals("lines")
                || layer.equals("points")
                || layer.equals("text");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace('å', 'a')
                .replace('ø', 'o')
                .replace("aa", "a")
                .replaceAll("[^a-z]", "");
    }
}
