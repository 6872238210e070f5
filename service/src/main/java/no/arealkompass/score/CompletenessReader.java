package no.arealkompass.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.arealkompass.score.Completeness.Missing;
import no.arealkompass.score.SiteCompleteness.ForPurpose;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.Strategy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Works out completeness from the documents of a stored run, which say all that is needed and never change. */
final class CompletenessReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Strategy strategy;
    private final JsonNode run;
    private final Set<String> loaded = new HashSet<>();

    /** @param run the document of a run of this strategy */
    CompletenessReader(Strategy strategy, String run) {
        this.strategy = strategy;
        this.run = JSON.readTree(run);
        this.run
                .path("datasets")
                .forEach(version -> loaded.add(version.path("dataset").asString()));
    }

    /** @param scores the site's score documents by purpose; the purposes it is not ranked for have none */
    SiteCompleteness read(UUID id, String site, Map<String, String> scores) {
        int version = 0;
        var purposes = new ArrayList<ForPurpose>();
        for (var purpose : strategy.purposes()) {
            var body = scores.get(purpose.id());
            if (body != null) {
                var score = JSON.readTree(body);
                version = score.path("siteVersion").asInt();
                purposes.add(purpose(purpose, site, score));
            }
        }
        return new SiteCompleteness(id, site, version, purposes);
    }

    private ForPurpose purpose(Purpose purpose, String site, JsonNode score) {
        var missing = new ArrayList<Missing>();
        for (var line : score.path("lines")) {
            if (line.path("found").path("kind").asString().equals("notCovered")) {
                missing.add(missing(line));
            }
        }
        var entries = entries(purpose);
        var place = Ranking.rank(entries, strategy.marginPoints()).stream()
                .filter(ranked -> ranked.site().equals(site))
                .findFirst()
                .map(Completeness::place)
                .orElse(null);
        return new ForPurpose(
                purpose.id(),
                missing.size(),
                score.path("lines").size(),
                entries.size(),
                written(place),
                Completeness.gains(entries, site, missing, strategy.marginPoints()).stream()
                        .map(CompletenessReader::written)
                        .toList());
    }

    private Missing missing(JsonNode line) {
        var criterion = strategy.criterion(line.path("criterion").asString());
        var found = line.path("found");
        var args = new TreeMap<String, String>();
        found.path("args")
                .properties()
                .forEach(arg -> args.put(arg.getKey(), arg.getValue().asString()));
        return new Missing(
                criterion.id(),
                Completeness.lack(
                        criterion.metric(),
                        MatrixReader.reason(found.path("reason").asString()),
                        args,
                        loaded),
                line.path("pointsLow").asDouble(),
                line.path("pointsHigh").asDouble());
    }

    /** All sites as the run ranked them for the purpose. */
    private List<Ranking.Entry> entries(Purpose purpose) {
        var names = new HashMap<String, String>();
        run.path("sites")
                .forEach(site ->
                        names.put(site.path("id").asString(), site.path("name").asString()));
        var entries = new ArrayList<Ranking.Entry>();
        for (var ranked : run.path("rankings").path(purpose.id())) {
            var id = ranked.path("site").asString();
            var verdict = ranked.path("verdict").asString().equals("scored")
                    ? new Verdict.Scored(
                            ranked.path("low").asDouble(), ranked.path("high").asDouble())
                    : new Verdict.Excluded(ranked.path("excludedBy")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
            entries.add(new Ranking.Entry(id, names.getOrDefault(id, id), verdict));
        }
        return entries;
    }

    private static SiteCompleteness.Gain written(Completeness.Gain gain) {
        return new SiteCompleteness.Gain(
                RunDocument.name(gain.lack().kind()),
                gain.lack().ids(),
                gain.criteria(),
                gain.points(),
                written(gain.best()),
                written(gain.worst()));
    }

    private static SiteCompleteness.@Nullable Place written(Completeness.@Nullable Place place) {
        return place == null
                ? null
                : new SiteCompleteness.Place(
                        place.position(), place.rankBest(), place.rankWorst(), place.low(), place.high());
    }
}
