package no.arealkompass.score;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.score.Confidence.Code;
import no.arealkompass.score.Matrix.Cell;
import no.arealkompass.score.Matrix.Row;
import no.arealkompass.strategy.Criterion;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.Strategy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a matrix from the stored documents of a run, which never change. */
final class MatrixReader {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> METRES = Set.of("m", "km");

    private final Strategy strategy;
    private final Purpose purpose;
    private final List<String> criteria;
    private final Map<String, JsonNode> sites = new HashMap<>();
    private final Map<String, JsonNode> ranked = new HashMap<>();
    private final Set<String> loaded = new HashSet<>();

    /** @param head sites, dataset versions and ranking of the run, see {@link MatrixRepository#head} */
    MatrixReader(Strategy strategy, Purpose purpose, String head) {
        this.strategy = strategy;
        this.purpose = purpose;
        this.criteria = List.copyOf(purpose.weights().keySet());
        var document = JSON.readTree(head);
        document.path("sites").forEach(site -> sites.put(site.path("id").asString(), site));
        document.path("ranking").forEach(one -> ranked.put(one.path("site").asString(), one));
        document.path("datasets")
                .forEach(version -> loaded.add(version.path("dataset").asString()));
    }

    /** @param rows see {@link MatrixRepository#rows} */
    Matrix read(UUID run, List<String> rows) {
        return new Matrix(
                run,
                strategy,
                purpose,
                criteria,
                rows.stream().map(JSON::readTree).map(this::row).toList());
    }

    private Row row(JsonNode body) {
        var id = body.path("site").asString();
        var site = Objects.requireNonNull(sites.get(id), id);
        var place = Objects.requireNonNull(ranked.get(id), id);
        var lines = new HashMap<String, JsonNode>();
        body.path("lines").forEach(line -> lines.put(line.path("criterion").asString(), line));
        var doubts = doubts(body.path("reasons"));
        double outlineM = site.path("accuracyM").asDouble(0);
        return new Row(
                id,
                site.path("name").asString(),
                place.path("excludedBy").valueStream().map(JsonNode::asString).toList(),
                place.path("flags").asInt(),
                place.path("notChecked").asInt(),
                criteria.stream()
                        .map(c -> cell(
                                strategy.criterion(c),
                                Objects.requireNonNull(lines.get(c), c),
                                doubts.getOrDefault(c, Set.of()),
                                outlineM))
                        .toList());
    }

    /** Criterion → why its value is trusted less. */
    private static Map<String, Set<String>> doubts(JsonNode reasons) {
        var doubts = new HashMap<String, Set<String>>();
        for (var reason : reasons) {
            for (var criterion : reason.path("criteria")) {
                doubts.computeIfAbsent(criterion.asString(), c -> new HashSet<>())
                        .add(reason.path("code").asString());
            }
        }
        return doubts;
    }

    private Cell cell(Criterion criterion, JsonNode line, Set<String> doubts, double outlineM) {
        var found = line.path("found");
        var kind = found.path("kind").asString();
        boolean metres = METRES.contains(criterion.unit())
                && !criterion.metric().datasets().isEmpty()
                && kind.equals("amount");
        double perUnit = criterion.unit().equals("km") ? 1000 : 1;
        return new Cell(
                line.path("uLow").asDouble(),
                line.path("uHigh").asDouble(),
                Judge.share(
                        strategy.trust(),
                        !doubts.contains(RunDocument.name(Code.MISSING)),
                        doubts.contains(RunDocument.name(Code.COARSE_DATA)),
                        doubts.contains(RunDocument.name(Code.SCHEMATIC_SITE))),
                kind.equals("amount") ? found.path("value").asDouble() : Double.NaN,
                metres ? (line.path("accuracyM").asDouble(0) + outlineM) / perUnit : 0,
                kind.equals("notCovered") ? lack(criterion.metric(), found) : null);
    }

    private Completeness.Lack lack(Metric metric, JsonNode found) {
        var args = new TreeMap<String, String>();
        found.path("args")
                .properties()
                .forEach(arg -> args.put(arg.getKey(), arg.getValue().asString()));
        return Completeness.lack(metric, reason(found.path("reason").asString()), args, loaded);
    }

    static Reason reason(String name) {
        for (var reason : Reason.values()) {
            if (RunDocument.name(reason).equals(name)) {
                return reason;
            }
        }
        throw new IllegalStateException("A stored score with an unknown reason: " + name);
    }
}
