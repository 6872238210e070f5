package no.arealkompass.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.dataset.Choices;
import no.arealkompass.dataset.PlanChoices;
import org.jspecify.annotations.Nullable;

/**
 * What stands after the command {@code import}.
 *
 * @param dryRun only examine
 * @param plan what is said of a plan
 * @param issues where to write what is wrong; by its ending a table (.csv) or GeoJSON
 * @param words what is left after the options
 */
record ImportOptions(
        boolean dryRun,
        @Nullable String source,
        @Nullable String layer,
        @Nullable String crs,
        Map<String, @Nullable String> mapping,
        List<String> repairs,
        PlanChoices plan,
        @Nullable Path issues,
        List<String> words) {
    static final String USAGE = "Say: import FOLDER, import --dry-run FILE, or import [--dry-run] [--source ID]"
            + " [--layer NAME] [--crs EPSG:n] [--map ours=theirs] [--repair ID|all] [--issues FILE.csv|.geojson]"
            + " [--plan-municipality NNNN] [--plan-id ID] [--plan-name NAME] [--plan-stage input|proposal|hearing|adopted]"
            + " [--plan-sender WHO] DATASET FILE";

    /** @throws StartFault when an option lacks its value or is unknown */
    static ImportOptions read(List<String> words) {
        boolean dryRun = false;
        Map<String, String> single = new LinkedHashMap<>();
        Map<String, @Nullable String> mapping = new LinkedHashMap<>();
        List<String> repairs = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (var i = words.iterator(); i.hasNext(); ) {
            var word = i.next();
            switch (word) {
                case "--dry-run" -> dryRun = true;
                case "--source", "--layer", "--crs", "--issues" -> single.put(word, value(word, i));
                case "--plan-municipality", "--plan-id", "--plan-name", "--plan-stage", "--plan-sender" ->
                    single.put(word, value(word, i));
                case "--map" -> map(value(word, i), mapping);
                case "--repair" -> repairs.add(value(word, i).replaceFirst("^all$", Choices.ALL));
                default -> rest.add(word(word));
            }
        }
        var issues = single.get("--issues");
        return new ImportOptions(
                dryRun,
                single.get("--source"),
                single.get("--layer"),
                single.get("--crs"),
                mapping,
                repairs,
                plan(single),
                issues == null ? null : Path.of(issues),
                rest);
    }

    Choices choices(@Nullable String dataset, @Nullable String from) {
        return new Choices(dataset, from, layer, crs, mapping, repairs, null, plan);
    }

    private static PlanChoices plan(Map<String, String> said) {
        var plan = new PlanChoices(
                said.get("--plan-municipality"),
                said.get("--plan-id"),
                said.get("--plan-name"),
                said.get("--plan-stage"),
                said.get("--plan-sender"));
        plan.fault().ifPresent(fault -> {
            throw new StartFault(fault.what().en() + " " + fault.remedy().en());
        });
        return plan;
    }

    private static void map(String pair, Map<String, @Nullable String> mapping) {
        int is = pair.indexOf('=');
        if (is < 1) {
            throw new StartFault("--map needs OURS=THEIRS; with nothing after = the property is left out.");
        }
        var theirs = pair.substring(is + 1);
        mapping.put(pair.substring(0, is), theirs.isEmpty() ? null : theirs);
    }

    private static String word(String word) {
        if (word.startsWith("--")) {
            throw new StartFault("There is no option " + word + ". " + USAGE);
        }
        return word;
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new StartFault(option + " needs a value.");
        }
        return words.next();
    }
}
