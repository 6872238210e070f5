package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.List;
import no.arealkompass.plan.Subject;
import no.arealkompass.score.PlanScores;
import no.arealkompass.strategy.Per;
import no.arealkompass.strategy.PlanQuantity;
import no.arealkompass.strategy.PlanRule;
import org.jspecify.annotations.Nullable;

/**
 * What this one case does to the goals of the region: the region with the plan against the region without it.
 *
 * @param lines the rules over the region, and over the municipality, before and after
 * @param jobs what the future business land that the plan adds could hold; null when it adds none or no figure is known
 */
record Contribution(
        List<Line> lines,
        double businessBeforeM2,
        double businessAfterM2,
        @Nullable Jobs jobs) {

    record Line(PlanRule rule, Outcome before, Outcome after) {}

    record Jobs(double low, double high) {}

    /**
     * One of the two regions.
     *
     * @param kind where its zones are among the pieces of ground
     */
    private record Side(Situation situation, Subject subject, List<CheckedZone> zones, String kind, String mark) {}

    /**
     * Compares.
     *
     * @param withKind where the zones of the region with the plan are among the pieces of ground
     * @param without the region without it, whose zones are under {@code withoutKind}
     */
    static Contribution of(
            Situation situation,
            GroundRepository ground,
            PlanScores scores,
            String withKind,
            Subject without,
            List<CheckedZone> zonesWithout,
            String withoutKind) {
        var before = new Side(situation, without, zonesWithout, withoutKind, " before");
        var after = new Side(situation, situation.aroundSubject(), situation.around(), withKind, " after");
        var sitesBefore = sites(before, ground);
        var sitesAfter = sites(after, ground);
        List<Line> lines = new ArrayList<>();
        double futureBefore = 0;
        double futureAfter = 0;
        PlanScores.Needed need = null;
        var whole = new WholeQuestions(situation, ground, scores);
        for (var rule : situation.planning().rules()) {
            if (rule instanceof PlanRule.Portfolio portfolio
                    && portfolio.quantity() instanceof PlanQuantity.Count count
                    && portfolio.bound() != null) {
                lines.add(new Line(
                        rule,
                        judged(situation, portfolio, count, sitesBefore),
                        judged(situation, portfolio, count, sitesAfter)));
            } else if (rule instanceof PlanRule.Total total && total.quantity() instanceof PlanQuantity.Needed needed) {
                need = scores.needed(needed.densities()).orElse(null);
                futureBefore = future(whole, total, needed, before);
                futureAfter = future(whole, total, needed, after);
                if (need != null) {
                    lines.add(new Line(rule, judged(need, futureBefore), judged(need, futureAfter)));
                }
            }
        }
        return new Contribution(
                lines, business(before, ground), business(after, ground), jobs(need, futureAfter - futureBefore));
    }

    private static SiteQuestions sites(Side side, GroundRepository ground) {
        return new SiteQuestions(
                side.situation(),
                ground,
                side.subject(),
                side.zones(),
                side.kind(),
                List.of(),
                side.kind(),
                side.mark());
    }

    private static Outcome judged(
            Situation situation, PlanRule.Portfolio rule, PlanQuantity.Count count, SiteQuestions sites) {
        var bound = java.util.Objects.requireNonNull(rule.bound());
        var answers = sites.count(
                rule.per(), count, bound, rule.per() == Per.MUNICIPALITY ? situation.municipalities() : List.of());
        return RuleResult.of(rule, answers, situation.planning().ignoreBelowM2(), null)
                .outcome();
    }

    private static Outcome judged(PlanScores.Needed need, double m2) {
        return PlanJudge.outcome(new no.arealkompass.strategy.Bounds.Between(need.m2Low(), need.m2High()), m2, m2);
    }

    private static double future(WholeQuestions whole, PlanRule.Total rule, PlanQuantity.Needed needed, Side side) {
        return whole.future(rule, needed, side.zones(), side.kind(), rule.id() + side.mark(), new ArrayList<>());
    }

    private static double business(Side side, GroundRepository ground) {
        String name = "business" + side.mark();
        ground.unite(name, List.of(side.kind()), Situation.nos(side.situation().business(side.zones())));
        return ground.area(name);
    }

    private static @Nullable Jobs jobs(PlanScores.@Nullable Needed need, double addedM2) {
        return need == null || addedM2 <= 0
                ? null
                : new Jobs(addedM2 / need.m2PerJobHigh(), addedM2 / need.m2PerJobLow());
    }
}
