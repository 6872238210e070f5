package no.arealkompass.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.arealkompass.plan.TopologyRepository.Row;
import no.arealkompass.yaml.Text;

/** Puts what the database finds wrong with the drawing into words. */
final class Topology {
    private Topology() {}

    /** @param visible every version the caller may see, among them those of the rows */
    static List<TopologyFinding> findings(List<Row> rows, List<PlanVersion> visible) {
        Map<Long, PlanVersion> byId = visible.stream().collect(Collectors.toMap(PlanVersion::id, Function.identity()));
        List<TopologyFinding> findings = new ArrayList<>();
        for (var row : rows) {
            var version = Objects.requireNonNull(byId.get(row.version()));
            var other = row.other() == null ? null : byId.get(row.other());
            findings.add(new TopologyFinding(
                    row.code(),
                    version.plan(),
                    version.id(),
                    version.version(),
                    row.zones(),
                    row.areaM2(),
                    row.longitude(),
                    row.latitude(),
                    row.geometry(),
                    other == null ? null : other.plan(),
                    words(row, other == null ? "" : name(other), ""),
                    words(row, other == null ? "" : name(other), ".remedy")));
        }
        return List.copyOf(findings);
    }

    private static String name(PlanVersion version) {
        return version.plan() + "@" + version.version();
    }

    private static Text words(Row row, String other, String suffix) {
        return new Text(
                Words.text(row.code() + suffix, args(row, other, true)).nb(),
                Words.text(row.code() + suffix, args(row, other, false)).en());
    }

    private static Map<String, String> args(Row row, String other, boolean nb) {
        Map<String, String> args = new LinkedHashMap<>();
        args.put("area", area(row.areaM2(), nb));
        args.put("zone", row.zones().isEmpty() ? "" : row.zones().getFirst());
        args.put("second", row.zones().size() < 2 ? "" : row.zones().get(1));
        args.put("count", String.valueOf(row.zones().size()));
        args.put("other", other);
        args.put("detail", row.detail());
        return args;
    }

    /** Dekar with one decimal from one dekar up, else square metres. */
    static String area(double areaM2, boolean nb) {
        var locale = nb ? Locale.of("nb", "NO") : Locale.ENGLISH;
        return areaM2 >= 1000
                ? String.format(locale, "%,.1f daa", areaM2 / 1000)
                : String.format(locale, areaM2 < 10 ? "%,.2f m²" : "%,.0f m²", areaM2);
    }
}
