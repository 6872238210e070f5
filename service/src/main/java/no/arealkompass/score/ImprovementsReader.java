package no.arealkompass.score;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.arealkompass.score.Improvements.Choice;
import no.arealkompass.score.SiteImprovements.Improvement;
import no.arealkompass.score.SiteImprovements.Target;
import no.arealkompass.score.SiteImprovements.Together;
import no.arealkompass.score.Verdict.Scored;
import no.arealkompass.strategy.Strategy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Works out from the documents of a stored run what would change a site's place. */
final class ImprovementsReader {
    private final Strategy strategy;
    private final String purpose;
    private final List<Ranking.Entry> entries;
    private final JsonNode score;
    private final String site;

    /**
     * @param run the document of a run of this strategy
     * @param score the document of one of its scores
     */
    ImprovementsReader(Strategy strategy, String run, JsonNode score) {
        this.strategy = strategy;
        this.purpose = score.path("purpose").asString();
        this.entries = new CompletenessReader(strategy, run).entries(strategy.purpose(purpose));
        this.score = score;
        this.site = score.path("site").asString();
    }

    /** @param top the place that is wished for; a site that stands there or better is to pass the one above it */
    SiteImprovements read(int top) {
        var ranked = Ranking.rank(entries, strategy.marginPoints());
        var own = ranked.stream()
                .filter(one -> one.site().equals(site))
                .findFirst()
                .orElseThrow();
        if (!(own.verdict() instanceof Scored verdict)) {
            return answer(top, null, null, 0, List.of(), null);
        }
        int position = own.position() <= top ? own.position() - 1 : top;
        if (position == 0) {
            return answer(top, own, null, 0, List.of(), null);
        }
        var target = target(ranked.get(position - 1));
        var wished = new Scored(target.low(), target.high());
        var improvements = new Improvements(entries, site, verdict, strategy.marginPoints(), wished, target.position());
        var choices = choices();
        var single = improvements.single(choices);
        var together = single.stream().anyMatch(Improvement::enough) ? null : improvements.together(choices);
        return answer(top, own, target, improvements.pointsNeeded(), single, together);
    }

    private SiteImprovements answer(
            int top,
            Ranking.@Nullable RankedSite own,
            @Nullable Target target,
            double pointsNeeded,
            List<Improvement> improvements,
            @Nullable Together together) {
        return new SiteImprovements(
                UUID.fromString(score.path("run").asString()),
                purpose,
                site,
                top,
                own == null ? null : CompletenessReader.written(Completeness.place(own)),
                target,
                pointsNeeded,
                improvements,
                together,
                excludedBy());
    }

    private Target target(Ranking.RankedSite ranked) {
        if (!(ranked.verdict() instanceof Scored(double low, double high))) {
            throw new IllegalStateException("An excluded site stands above a scored one: " + ranked.site());
        }
        var name = entries.stream()
                .filter(entry -> entry.site().equals(ranked.site()))
                .findFirst()
                .orElseThrow()
                .name();
        return new Target(ranked.position(), ranked.site(), name, low, high);
    }

    /** The curves are those of the published strategy: scores from before they were written down have none. */
    private List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        for (var line : score.path("lines")) {
            var criterion = strategy.criterion(line.path("criterion").asString());
            var found = line.path("found");
            choices.add(new Choice(
                    criterion.id(),
                    line.path("weight").asInt(),
                    criterion.unit(),
                    found,
                    found.path("kind").asString().equals("amount")
                            ? found.path("value").asDouble()
                            : null,
                    criterion.utility(),
                    line.path("uLow").asDouble(),
                    line.path("uHigh").asDouble(),
                    line.path("pointsLow").asDouble(),
                    line.path("pointsHigh").asDouble()));
        }
        return choices;
    }

    private List<JsonNode> excludedBy() {
        return score.path("flags")
                .valueStream()
                .filter(flag -> flag.path("outcome").asString().equals("broken")
                        && flag.path("effect").asString().equals("exclude"))
                .toList();
    }
}
