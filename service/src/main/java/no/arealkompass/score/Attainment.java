package no.arealkompass.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import no.arealkompass.score.Portfolio.Member;
import no.arealkompass.score.RunMembers.Members;
import no.arealkompass.score.Shortfall.Candidate;
import no.arealkompass.site.Site;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Per;
import no.arealkompass.strategy.PortfolioRule;
import no.arealkompass.strategy.SiteKind;
import no.arealkompass.strategy.Strategy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far the region is from what its strategy asks of all sites together: rule by rule what it needs, which sites carry
 * it and which lack least, and what the answer covers. Outcomes are those of the stored run. Pure.
 */
final class Attainment {
    /** More near misses than these help nobody; how many there are besides is said. */
    private static final int NEAREST = 20;

    private final Strategy strategy;
    private final JsonNode run;
    private final Members members;

    Attainment(Strategy strategy, JsonNode run, Members members) {
        this.strategy = strategy;
        this.run = run;
        this.members = members;
    }

    /** @param reserve land against need */
    record Answer(UUID run, Coverage coverage, List<Rule> rules, LandReserve.Reserve reserve) {}

    record Rule(String rule, String part, String outcome, String per, List<Group> groups) {}

    /**
     * The region or one municipality.
     *
     * @param needed how many sites must count
     * @param sites ids of those that do
     * @param candidates those that do not, the nearest first
     * @param moreCandidates how many there are besides
     */
    record Group(
            @Nullable String municipality,
            String outcome,
            int looked,
            int needed,
            List<String> sites,
            List<Candidate> candidates,
            int moreCandidates) {}

    /**
     * What the answer rests on.
     *
     * @param shareAtLeast share 0..1 of its area that a site must have in a municipality to be counted there
     * @param nowhere ids of sites that are counted in no municipality of the region
     * @param datasets those the run read, as in its document
     * @param notLoaded ids of datasets the strategy reads and the run had no version of
     */
    record Coverage(
            double shareAtLeast,
            List<InMunicipality> municipalities,
            List<String> nowhere,
            JsonNode datasets,
            List<String> notLoaded) {}

    /** @param newest the newest date anything is stated or confirmed on; null without sites */
    record InMunicipality(
            String municipality,
            int land,
            int terminals,
            @Nullable LocalDate oldest,
            @Nullable LocalDate newest) {}

    /** Every rule of the strategy, in its order. */
    List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        for (var answer : run.path("portfolio")) {
            var rule = rule(answer.path("rule").asString());
            var groups = answer.path("groups")
                    .valueStream()
                    .map(group -> group(rule, group))
                    .toList();
            rules.add(new Rule(
                    rule.id(),
                    rule.part(),
                    answer.path("outcome").asString(),
                    answer.path("per").asString(),
                    groups));
        }
        return rules;
    }

    private PortfolioRule rule(String id) {
        return strategy.portfolio().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Group group(PortfolioRule rule, JsonNode stored) {
        var municipality = stored.path("municipality").isNull()
                ? null
                : stored.path("municipality").asString();
        var looked = looked(rule, municipality);
        var candidates = looked.stream()
                .map(member -> Shortfall.of(strategy, rule, member))
                .filter(one -> !one.meets())
                .sorted(Shortfall.NEAREST_FIRST)
                .toList();
        return new Group(
                municipality,
                stored.path("outcome").asString(),
                stored.path("looked").asInt(),
                (int) Math.ceil(
                        Portfolio.needed(rule.need(), stored.path("looked").asInt()) - 1e-9),
                stored.path("sites").valueStream().map(JsonNode::asString).toList(),
                candidates.stream().limit(NEAREST).toList(),
                Math.max(0, candidates.size() - NEAREST));
    }

    private List<Member> looked(PortfolioRule rule, @Nullable String municipality) {
        var relevant = members.members().stream()
                .filter(member -> rule.kinds().contains(member.kind()))
                .toList();
        return municipality == null ? relevant : Portfolio.in(relevant, municipality, rule);
    }

    /**
     * What the answer covers.
     *
     * @param municipalities numbers, in their order
     * @param since site → the day its newest statement or confirmation is from
     */
    Coverage coverage(List<String> municipalities, Map<String, LocalDate> since) {
        double share = strategy.portfolio().stream()
                .filter(rule -> rule.per() == Per.MUNICIPALITY)
                .mapToDouble(PortfolioRule::municipalityShareAtLeast)
                .min()
                .orElse(0.5);
        var counted = new HashSet<String>();
        var rows = new ArrayList<InMunicipality>();
        for (var number : municipalities) {
            var inside = members.members().stream()
                    .filter(member -> member.shares().getOrDefault(number, 0.0) >= share)
                    .toList();
            inside.forEach(member -> counted.add(member.site()));
            rows.add(row(number, inside, since));
        }
        var nowhere = members.sites().stream()
                .map(Site::id)
                .filter(id -> !counted.contains(id))
                .toList();
        return new Coverage(share, rows, nowhere, run.path("datasets"), notLoaded());
    }

    private static InMunicipality row(String number, List<Member> inside, Map<String, LocalDate> since) {
        var days = inside.stream()
                .flatMap(member -> Optional.ofNullable(since.get(member.site())).stream())
                .toList();
        int terminals =
                (int) inside.stream().filter(m -> m.kind() == SiteKind.TERMINAL).count();
        return new InMunicipality(
                number,
                inside.size() - terminals,
                terminals,
                days.stream().min(Comparator.naturalOrder()).orElse(null),
                days.stream().max(Comparator.naturalOrder()).orElse(null));
    }

    private List<String> notLoaded() {
        var missing = new TreeSet<String>();
        for (Metric metric : strategy.metrics()) {
            missing.addAll(metric.datasets());
        }
        run.path("datasets")
                .forEach(version -> missing.remove(version.path("dataset").asString()));
        return List.copyOf(missing);
    }
}
