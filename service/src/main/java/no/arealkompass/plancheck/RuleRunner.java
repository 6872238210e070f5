package no.arealkompass.plancheck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.strategy.Per;
import no.arealkompass.strategy.PlanQuantity;
import no.arealkompass.strategy.PlanRule;
import org.jspecify.annotations.Nullable;

/** Asks every rule that can be asked about a subject, in an order in which those that build on others come last. */
final class RuleRunner {
    private final Situation situation;
    private final ZoneQuestions zones;
    private final SiteQuestions sites;
    private final WholeQuestions whole;
    private final Map<String, Answers> asked = new LinkedHashMap<>();

    RuleRunner(Situation situation, ZoneQuestions zones, SiteQuestions sites, WholeQuestions whole) {
        this.situation = situation;
        this.zones = zones;
        this.sites = sites;
        this.whole = whole;
    }

    /** One answer for each rule that is judged for this subject, in the strategy's order. */
    List<RuleResult> run() {
        var judged =
                situation.planning().rules().stream().filter(this::judgedHere).toList();
        judged.stream().filter(rule -> !(rule instanceof PlanRule.Total)).forEach(this::ask);
        judged.stream().filter(PlanRule.Total.class::isInstance).forEach(this::ask);
        return judged.stream()
                .map(rule -> RuleResult.of(
                        rule,
                        Objects.requireNonNull(asked.get(rule.id())),
                        situation.planning().ignoreBelowM2(),
                        noPlan(rule)))
                .toList();
    }

    /** Rules over the region are judged for the region only, those over a municipality where all of it is looked at. */
    private boolean judgedHere(PlanRule rule) {
        return switch (rule) {
            case PlanRule.Each each -> true;
            case PlanRule.Total total -> !total.region() || situation.wholeRegion();
            case PlanRule.Portfolio portfolio ->
                situation.wholeRegion() || (portfolio.per() == Per.MUNICIPALITY && situation.wholeMunicipality());
        };
    }

    private void ask(PlanRule rule) {
        asked.put(rule.id(), answers(rule));
    }

    private Answers answers(PlanRule rule) {
        if (situation.subject().versions().isEmpty() && looksAtZones(rule)) {
            return Answers.none(Reasons.NO_PLAN, rule.bound(), 0);
        }
        return switch (rule) {
            case PlanRule.Each each -> each(each);
            case PlanRule.Total total -> total(total);
            case PlanRule.Portfolio portfolio -> portfolio(portfolio);
        };
    }

    private static boolean looksAtZones(PlanRule rule) {
        return rule instanceof PlanRule.Total
                || (rule instanceof PlanRule.Each each && each.subject() instanceof PlanRule.Zones);
    }

    private Answers each(PlanRule.Each rule) {
        if (rule.subject() instanceof PlanRule.Sites wanted && rule.quantity() instanceof PlanQuantity.Zoned zoned) {
            return sites.zoned(rule, wanted, zoned, rule.bound());
        }
        var among = rule.subject() instanceof PlanRule.Zones wanted
                ? situation.chosen(situation.zones(), wanted)
                : List.<CheckedZone>of();
        return switch (rule.quantity()) {
            case PlanQuantity.Purposes p -> zones.purposes(among, rule.bound());
            case PlanQuantity.Score s -> zones.score(among, rule.bound());
            case PlanQuantity.Measured(var metric) -> zones.measured(rule, among, metric, rule.bound());
            case PlanQuantity.OnSites(var rules) ->
                sites.onSites(
                        rule,
                        among,
                        rules.stream()
                                .map(situation.planning()::rule)
                                .flatMap(one -> one instanceof PlanRule.Each each
                                                && each.subject() instanceof PlanRule.Sites wanted
                                        ? sites.sites(wanted).stream()
                                        : java.util.stream.Stream.empty())
                                .distinct()
                                .toList(),
                        rule.bound());
            default -> Answers.none(Reasons.NOT_ANSWERED, rule.bound(), among.size());
        };
    }

    private Answers total(PlanRule.Total rule) {
        var bound = rule.bound();
        return switch (rule.quantity()) {
            case PlanQuantity.Needed needed -> whole.needed(rule, needed);
            case PlanQuantity.Taken taken when bound != null -> whole.taken(rule, taken, bound, asked);
            default -> Answers.none(Reasons.NOT_ANSWERED, bound, 1);
        };
    }

    private Answers portfolio(PlanRule.Portfolio rule) {
        var bound = rule.bound();
        return switch (rule.quantity()) {
            case PlanQuantity.Kept kept -> whole.kept(kept, rule.per());
            case PlanQuantity.Count count
            when bound != null -> sites.count(rule.per(), count, bound, situation.municipalities());
            default -> Answers.none(Reasons.NOT_ANSWERED, bound, 1);
        };
    }

    /** Where a municipality has no plan at all, nothing there is clear. */
    private @Nullable Unknown noPlan(PlanRule rule) {
        var missing = situation.subject().missingMunicipalities();
        return missing.isEmpty() || !looksAtZones(rule)
                ? null
                : Reasons.missingPlans(
                        missing.stream().map(situation::municipalityName).toList());
    }
}
