package no.arealkompass.score;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.arealkompass.score.Ranking.RankedSite;
import no.arealkompass.score.Verdict.Excluded;
import no.arealkompass.score.Verdict.Scored;
import no.arealkompass.strategy.Purpose;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A shape that is not stored, ranked for one purpose among the sites of a run. Pure. */
final class Among {
    private static final String OWN = "";

    private final JsonNode run;
    private final String purpose;
    private final List<RankedSite> ranked;

    /**
     * Ranks the shape among the others.
     *
     * @param run the run's document; empty when there is none
     * @param replaces id of the site it would replace, or null
     */
    Among(JsonNode run, Purpose purpose, double marginPoints, @Nullable String replaces, Judgement judgement) {
        this.run = run;
        this.purpose = purpose.id();
        var all = new ArrayList<>(others(run.path("rankings").path(purpose.id()), replaces));
        all.add(new Ranking.Entry(OWN, "", judgement.verdict()));
        ranked = Ranking.rank(all, marginPoints);
    }

    Ranking.@Nullable Rank rank() {
        return ranked.stream()
                .filter(place -> place.site().equals(OWN))
                .findFirst()
                .orElseThrow()
                .rank();
    }

    /** How many are ranked, the shape included when it is. */
    int of() {
        return (int) scored().count();
    }

    /** The first of the stored sites, in ranking order; excluded ones are not among them. */
    List<RankedSite> best(int count) {
        return scored().filter(place -> !place.site().equals(OWN)).limit(count).toList();
    }

    String purpose() {
        return purpose;
    }

    UUID run() {
        return UUID.fromString(run.path("id").asString());
    }

    String name(String site) {
        return run.path("sites")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(site))
                .findFirst()
                .map(one -> one.path("name").asString())
                .orElse(site);
    }

    private Stream<RankedSite> scored() {
        return ranked.stream().filter(place -> place.verdict() instanceof Scored);
    }

    /** The present sites of one ranking, as their run judged them. */
    private static List<Ranking.Entry> others(JsonNode ranking, @Nullable String replaces) {
        return ranking.valueStream()
                .filter(entry -> !entry.path("site").asString().equals(replaces))
                .map(entry -> new Ranking.Entry(
                        entry.path("site").asString(),
                        entry.path("site").asString(),
                        entry.path("verdict").asString().equals("scored")
                                ? new Scored(
                                        entry.path("low").asDouble(),
                                        entry.path("high").asDouble())
                                : new Excluded(List.of())))
                .toList();
    }
}
