package no.arealkompass.score;

import java.util.ArrayList;
import java.util.List;
import no.arealkompass.score.Portfolio.Member;
import no.arealkompass.score.Portfolio.RuleOutcome;
import no.arealkompass.score.RunDocument.GroupAnswer;
import no.arealkompass.score.Shortfall.Candidate;
import no.arealkompass.strategy.PortfolioRule;
import no.arealkompass.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/** What a shape that is not stored would do to the rules over many sites, by the very evaluation that runs use. Pure. */
final class CandidateEffect {

    private CandidateEffect() {}

    /**
     * One rule without and with the candidate.
     *
     * @param candidate how it fares against the rule's conditions; null when the rule does not look at its kind
     */
    record Effect(
            String rule,
            String part,
            String per,
            String before,
            String after,
            List<Group> groups,
            @Nullable Candidate candidate) {}

    /** @param after as a run that has the candidate among its sites would say it */
    record Group(@Nullable String municipality, String before, GroupAnswer after) {}

    /**
     * The effect on every rule, in the strategy's order.
     *
     * @param present the sites as they are
     * @param replaces id of the one the candidate takes the place of; null for a new one
     */
    static List<Effect> of(
            Strategy strategy,
            List<Member> present,
            Member candidate,
            @Nullable String replaces,
            List<String> municipalities) {
        var with = new ArrayList<>(present);
        with.removeIf(member -> member.site().equals(replaces));
        with.add(candidate);
        var before = Portfolio.evaluate(strategy, present, municipalities);
        var after = Portfolio.evaluate(strategy, with, municipalities);
        var effects = new ArrayList<Effect>();
        for (int i = 0; i < before.size(); i++) {
            effects.add(effect(strategy, strategy.portfolio().get(i), before.get(i), after.get(i), candidate));
        }
        return effects;
    }

    private static Effect effect(
            Strategy strategy, PortfolioRule rule, RuleOutcome before, RuleOutcome after, Member candidate) {
        var answers = RunDocument.rule(strategy, after).groups();
        var groups = new ArrayList<Group>();
        for (int i = 0; i < answers.size(); i++) {
            var was = before.groups().get(i);
            groups.add(new Group(was.municipality(), RunDocument.name(was.outcome()), answers.get(i)));
        }
        return new Effect(
                rule.id(),
                rule.part(),
                RunDocument.name(rule.per()),
                RunDocument.name(before.outcome()),
                RunDocument.name(after.outcome()),
                groups,
                rule.kinds().contains(candidate.kind()) ? Shortfall.of(strategy, rule, candidate) : null);
    }
}
