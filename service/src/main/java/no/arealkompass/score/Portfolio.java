package no.arealkompass.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.arealkompass.measure.Measured;
import no.arealkompass.strategy.Condition;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Need;
import no.arealkompass.strategy.Per;
import no.arealkompass.strategy.PortfolioRule;
import no.arealkompass.strategy.SiteKind;
import no.arealkompass.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the rules over many sites: what the strategy asks of the region, not of a single area. Three answers: kept,
 * broken, and not checkable. A rule is broken only when it stays broken whatever the missing values turn out to be.
 */
final class Portfolio {

    private Portfolio() {}

    /**
     * A site as the rules see it.
     *
     * @param shares municipality number → share 0..1 of the site's area
     * @param measured an answer for every metric of the conditions
     * @param excludedFor ids of the purposes it is excluded for
     */
    record Member(
            String site,
            SiteKind kind,
            Map<String, Double> shares,
            Map<Metric, Measured> measured,
            List<String> excludedFor) {}

    enum Outcome {
        KEPT,
        BROKEN,
        NOT_CHECKABLE
    }

    /**
     * The answer to one rule.
     *
     * @param outcome broken when any group is broken, else not checkable when any group is, else kept
     * @param groups the region alone, or every municipality of the region in the order given
     */
    record RuleOutcome(String rule, Outcome outcome, Per per, List<Group> groups) {
        RuleOutcome {
            groups = List.copyOf(groups);
        }
    }

    /**
     * The answer for the region or one municipality.
     *
     * @param municipality its number; {@code null} for the region
     * @param looked how many sites there were to look at; 0 makes the rule not checkable, because a register without
     *     sites says nothing of the land
     * @param meet ids of the sites that fulfil every condition
     * @param undecided ids of the sites that may do so, depending on missing values
     * @param missing which values those are
     */
    record Group(
            @Nullable String municipality,
            Outcome outcome,
            int looked,
            List<String> meet,
            List<String> undecided,
            List<Missing> missing) {
        Group {
            meet = List.copyOf(meet);
            undecided = List.copyOf(undecided);
            missing = List.copyOf(missing);
        }
    }

    /** A value that an undecided site lacks. */
    record Missing(String site, String criterion) {}

    /** One answer per rule, in the strategy's order. */
    static List<RuleOutcome> evaluate(Strategy strategy, List<Member> members, List<String> municipalities) {
        return strategy.portfolio().stream()
                .map(rule -> evaluate(strategy, rule, members, municipalities))
                .toList();
    }

    private static RuleOutcome evaluate(
            Strategy strategy, PortfolioRule rule, List<Member> members, List<String> municipalities) {
        List<Member> relevant =
                members.stream().filter(m -> rule.kinds().contains(m.kind())).toList();
        List<Group> groups = switch (rule.per()) {
            case REGION -> List.of(group(strategy, rule, null, relevant));
            case MUNICIPALITY ->
                municipalities.stream()
                        .map(number -> group(strategy, rule, number, in(relevant, number, rule)))
                        .toList();
        };
        return new RuleOutcome(rule.id(), worst(groups), rule.per(), groups);
    }

    static List<Member> in(List<Member> members, String municipality, PortfolioRule rule) {
        return members.stream()
                .filter(m -> m.shares().getOrDefault(municipality, 0.0) >= rule.municipalityShareAtLeast())
                .toList();
    }

    private static Outcome worst(List<Group> groups) {
        if (groups.stream().anyMatch(group -> group.outcome() == Outcome.BROKEN)) {
            return Outcome.BROKEN;
        }
        boolean allKept = groups.stream().allMatch(group -> group.outcome() == Outcome.KEPT);
        return allKept && !groups.isEmpty() ? Outcome.KEPT : Outcome.NOT_CHECKABLE;
    }

    private static Group group(
            Strategy strategy, PortfolioRule rule, @Nullable String municipality, List<Member> members) {
        List<String> meet = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (Member member : members) {
            List<String> unknown = new ArrayList<>();
            if (fails(strategy, rule, member, unknown)) {
                continue;
            }
            (unknown.isEmpty() ? meet : undecided).add(member.site());
            unknown.forEach(criterion -> missing.add(new Missing(member.site(), criterion)));
        }
        Outcome outcome = outcome(rule.need(), members.size(), meet.size(), undecided.size());
        return new Group(municipality, outcome, members.size(), meet, undecided, missing);
    }

    /** Whether the site certainly does not count; what its answer depends on is added to {@code unknown}. */
    private static boolean fails(Strategy strategy, PortfolioRule rule, Member member, List<String> unknown) {
        if (!usable(strategy, rule, member)) {
            return true;
        }
        for (Condition condition : rule.conditions()) {
            double utility = Judge.utility(strategy.criterion(condition.criterion()), member.measured());
            if (Double.isNaN(utility)) {
                unknown.add(condition.criterion());
            } else if (utility < condition.atLeast()) {
                return true;
            }
        }
        return false;
    }

    /** Whether at least one of the rule's purposes can use the site. */
    static boolean usable(Strategy strategy, PortfolioRule rule, Member member) {
        return rule.purposes().isEmpty()
                || rule.purposes().stream()
                        .anyMatch(purpose -> strategy.purpose(purpose).kinds().contains(member.kind())
                                && !member.excludedFor().contains(purpose));
    }

    /** How many sites of a group must count. */
    static double needed(Need need, int looked) {
        return switch (need) {
            case Need.Sites(int count) -> count;
            case Need.Share(double share) -> share * looked;
        };
    }

    private static Outcome outcome(Need need, int looked, int meet, int undecided) {
        if (looked == 0) {
            return Outcome.NOT_CHECKABLE;
        }
        double needed = needed(need, looked);
        if (meet >= needed) {
            return Outcome.KEPT;
        }
        return meet + undecided >= needed ? Outcome.NOT_CHECKABLE : Outcome.BROKEN;
    }
}
