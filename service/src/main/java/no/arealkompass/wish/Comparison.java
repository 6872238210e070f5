package no.arealkompass.wish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.strategy.Metric;
import no.arealkompass.wish.Answer.Match;
import no.arealkompass.wish.Answer.Need;
import no.arealkompass.wish.Answer.Outcome;
import no.arealkompass.wish.Answer.SiteRef;
import no.arealkompass.wish.Answer.Wanted;
import no.arealkompass.wish.Requirement.Form;
import org.jspecify.annotations.Nullable;

/** Holds what is found at sites against what is wanted, alone and together. Pure. */
final class Comparison {
    /**
     * The order of answers, not a score: fewest certain gaps, then the smallest sum of relative gaps, then fewest unknowns,
     * then fewest sites, then by name.
     */
    static final Comparator<Match> ORDER = Comparator.comparingInt(Match::gaps)
            .thenComparingDouble(Match::relative)
            .thenComparingInt(Match::unknown)
            .thenComparingInt(match -> match.sites().size())
            .thenComparing(match -> match.sites().getFirst().name())
            .thenComparing(match -> match.sites().toString());

    /** A square of 450 daa measures a hair less: a millionth is no gap. */
    private static final double SLACK = 1e-6;

    private final List<Wanted> wanted;
    private final Map<String, Requirement> requirements;

    /** @param requirements at least those that are wanted, by id */
    Comparison(List<Wanted> wanted, Map<String, Requirement> requirements) {
        this.wanted = wanted;
        this.requirements = requirements;
    }

    private Requirement requirement(Wanted one) {
        return Objects.requireNonNull(requirements.get(one.id()));
    }

    /** @param found by requirement id */
    Match single(SiteRef site, Map<String, Measured> found) {
        var needs = new ArrayList<Need>();
        for (var one : wanted) {
            needs.add(need(requirement(one), one.value(), Objects.requireNonNull(found.get(one.id()))));
        }
        return match(List.of(site), 0, needs);
    }

    /** Neighbours as one place. */
    Match together(List<Match> parts, double apartM) {
        var needs = new ArrayList<Need>();
        for (int i = 0; i < wanted.size(); i++) {
            int at = i;
            needs.add(joined(
                    requirement(wanted.get(i)),
                    wanted.get(i).value(),
                    parts.stream().map(part -> part.needs().get(at)).toList()));
        }
        var sites = parts.stream().flatMap(part -> part.sites().stream()).toList();
        return match(sites, apartM, needs);
    }

    private static Match match(List<SiteRef> sites, double apartM, List<Need> needs) {
        double relative = needs.stream().mapToDouble(Need::relative).sum();
        return new Match(
                sites,
                apartM,
                count(needs, Outcome.MET),
                count(needs, Outcome.GAP),
                count(needs, Outcome.UNKNOWN),
                relative,
                needs);
    }

    private static int count(List<Need> needs, Outcome outcome) {
        return (int) needs.stream().filter(need -> need.outcome() == outcome).count();
    }

    private static Need need(Requirement requirement, double value, Measured measured) {
        var origin = measured.origin();
        return switch (measured.found()) {
            case NotCovered missing ->
                new Need(requirement.id(), Outcome.UNKNOWN, null, null, null, 0, false, false, missing, origin);
            case Amount amount ->
                number(requirement, value, amount.value(), null, false).by(origin);
            case Category category ->
                category(requirement, value, category.value()).by(origin);
        };
    }

    private static Need category(Requirement requirement, double value, String category) {
        var years = requirement.years();
        if (years != null) {
            Double stands = years.classes().get(category);
            return stands == null
                    ? unknown(requirement, category)
                    : number(requirement, value, stands, category, stands > 0);
        }
        if (requirement.form() != Form.YES) {
            return unknown(requirement, category);
        }
        boolean met = requirement.met().contains(category);
        return new Need(
                requirement.id(),
                met ? Outcome.MET : Outcome.GAP,
                null,
                category,
                null,
                met ? 0 : 1,
                false,
                false,
                null,
                null);
    }

    private static Need unknown(Requirement requirement, String category) {
        var why = new NotCovered(Reason.UNKNOWN_CLASS, Map.of("value", category));
        return new Need(requirement.id(), Outcome.UNKNOWN, null, category, null, 0, false, false, why, null);
    }

    private static Need number(
            Requirement requirement, double value, double found, @Nullable String category, boolean assumed) {
        double gap = requirement.form() == Form.AT_LEAST ? value - found : found - value;
        boolean met = gap <= SLACK * Math.max(1, value);
        return new Need(
                requirement.id(),
                met ? Outcome.MET : Outcome.GAP,
                found,
                category,
                met ? null : gap,
                met ? 0 : gap / Math.max(value, smallest(requirement)),
                requirement.metric() instanceof Metric.Distance distance && found >= distance.capM(),
                assumed,
                null,
                null);
    }

    /** What a gap is measured by where nothing at all is allowed: one year, one metre. */
    private static double smallest(Requirement requirement) {
        return requirement.least() > 0 ? requirement.least() : 1;
    }

    private static Need joined(Requirement requirement, double value, List<Need> parts) {
        return switch (requirement.join()) {
            case SUM -> sum(requirement, value, parts);
            case WORST -> extreme(requirement, parts, Outcome.GAP);
            case BEST -> extreme(requirement, parts, Outcome.MET);
        };
    }

    /** What is known of a sum is enough to meet, and never enough to say that something is missing. */
    private static Need sum(Requirement requirement, double value, List<Need> parts) {
        double known = 0;
        Need unknown = null;
        for (var part : parts) {
            Double one = part.value();
            if (one == null) {
                unknown = part;
            } else {
                known += one;
            }
        }
        var sum = number(requirement, value, known, null, false);
        return unknown == null || sum.outcome() == Outcome.MET ? sum : unknown.by(null);
    }

    /** One part decides: a certain gap where all parts must have it, a certain yes where one is enough. */
    private static Need extreme(Requirement requirement, List<Need> parts, Outcome decides) {
        var poorest = Comparator.comparingDouble(Need::relative)
                .thenComparingDouble(need -> poorness(requirement, need.value()));
        var order = decides == Outcome.GAP ? poorest.reversed() : poorest;
        var deciding = parts.stream().filter(part -> part.outcome() == decides).min(order);
        return deciding.or(() -> parts.stream()
                        .filter(part -> part.outcome() == Outcome.UNKNOWN)
                        .findFirst())
                .or(() -> parts.stream().min(order))
                .orElseThrow()
                .by(null);
    }

    private static double poorness(Requirement requirement, @Nullable Double value) {
        double number = value == null ? 0 : value;
        return requirement.form() == Form.AT_MOST ? number : -number;
    }
}
