package no.arealkompass.score;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.arealkompass.measure.DecidingObjects;
import no.arealkompass.measure.DecidingObjects.Deciding;
import no.arealkompass.measure.Measurement;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why a stored score is what it is: the objects that decided it, what would change its place, how well it is known. */
@Component
class Why {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 200;

    private final RunRepository repository;
    private final DecidingObjects objects;

    Why(RunRepository repository, DecidingObjects objects) {
        this.repository = repository;
        this.objects = objects;
    }

    /** What stands before the features: which value they decided. */
    private record Head(
            String type,
            UUID run,
            String purpose,
            String site,
            int siteVersion,
            String criterion,
            String metric,
            String unit,
            JsonNode found,
            @Nullable JsonNode origin,
            int numberMatched,
            int numberReturned) {}

    /** The objects behind one line or raised check of a score, as a GeoJSON feature collection. */
    String objects(Strategy strategy, String run, JsonNode score, String id) {
        var line = line(score, id);
        var metric = metric(strategy, id);
        var found = found(line.path("found"));
        int siteVersion = score.path("siteVersion").asInt();
        // A value that is missing was decided by no object.
        var deciding = found == null
                ? new Deciding(List.of(), 0, 0)
                : objects.find(
                        score.path("site").asString(),
                        siteVersion,
                        metric,
                        found,
                        RunDocument.versionIds(JSON.readTree(run)));
        var head = RunDocument.write(new Head(
                "FeatureCollection",
                UUID.fromString(score.path("run").asString()),
                score.path("purpose").asString(),
                score.path("site").asString(),
                siteVersion,
                id,
                metric.kind(),
                line.path("unit").asString(),
                line.path("found"),
                line.get("origin"),
                deciding.matched(),
                deciding.returned()));
        return head.substring(0, head.length() - 1) + ",\"features\":[" + String.join(",", deciding.features()) + "]}";
    }

    private static JsonNode line(JsonNode score, String id) {
        for (var line : score.path("lines")) {
            if (line.path("criterion").asString().equals(id)) {
                return line;
            }
        }
        for (var flag : score.path("flags")) {
            if (flag.path("check").asString().equals(id)) {
                return flag;
            }
        }
        throw new NoSuchRun(
                "criterion " + id + " in the score of " + score.path("site").asString() + " for "
                        + score.path("purpose").asString());
    }

    private static Metric metric(Strategy strategy, String id) {
        return strategy.criteria().stream()
                .filter(criterion -> criterion.id().equals(id))
                .findFirst()
                .map(criterion -> criterion.metric())
                .orElseGet(() -> strategy.checks().stream()
                        .filter(check -> check.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .metric());
    }

    private static @Nullable Measurement found(JsonNode found) {
        return switch (found.path("kind").asString()) {
            case "amount" -> new Measurement.Amount(found.path("value").asDouble());
            case "category" -> new Measurement.Category(found.path("value").asString());
            default -> null;
        };
    }

    /** How well each value of each site is known, in ranking order. */
    PurposeConfidence confidence(UUID id, String run, String purpose) {
        var document = JSON.readTree(run);
        if (!document.path("rankings").has(purpose)) {
            throw new NoSuchRun("purpose " + purpose + " in run " + id);
        }
        var madeAt = document.path("madeAt").asString();
        var reader = new ConfidenceReader(madeAt);
        var items = new ArrayList<PurposeConfidence.Site>();
        List<String> page;
        do {
            page = repository.scores(id, purpose, PAGE, items.size());
            page.forEach(score -> items.add(reader.read(JSON.readTree(score))));
        } while (!page.isEmpty());
        return new PurposeConfidence(id, purpose, madeAt, PurposeConfidence.Limits.IN_FORCE, items);
    }
}
