package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.arealkompass.score.PlanScores;
import no.arealkompass.strategy.Bounds;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Per;
import no.arealkompass.strategy.PlanQuantity;
import no.arealkompass.strategy.PlanRule;
import org.jspecify.annotations.Nullable;

/** What the rules over all zones together find out. */
final class WholeQuestions {
    private final Situation situation;
    private final GroundRepository ground;
    private final PlanScores scores;

    WholeQuestions(Situation situation, GroundRepository ground, PlanScores scores) {
        this.situation = situation;
        this.ground = ground;
        this.scores = scores;
    }

    /**
     * The share of the zones' ground that the themes of other rules take, every square metre counted once.
     *
     * @param asked what those rules found out, by their ids
     */
    Answers taken(PlanRule.Total rule, PlanQuantity.Taken taken, Bounds bound, Map<String, Answers> asked) {
        var zones = situation.chosen(situation.zones(), rule.zones());
        if (zones.isEmpty()) {
            return Answers.of(List.of(Looked.whole(null, Observed.of(0), null, List.of())), bound, List.of());
        }
        var nos = Situation.nos(zones);
        List<String> kinds = new ArrayList<>();
        List<Long> read = new ArrayList<>();
        Unknown why = null;
        boolean blind = false;
        for (String theme : taken.rules()) {
            kinds.add(ZoneQuestions.taken(theme));
            var answers = asked.get(theme);
            if (answers == null || answers.couldNotRun() != null) {
                blind = true;
                why = answers == null ? Reasons.NOT_ANSWERED : answers.couldNotRun();
            } else {
                read.addAll(answers.datasets());
                why = why != null ? why : reason(answers);
            }
        }
        String all = "all " + rule.id();
        ground.unite(all, List.of(ZoneQuestions.ZONE), nos);
        ground.unite(ZoneQuestions.taken(rule.id()), kinds, nos);
        List<String> unknown = taken.rules().stream()
                .map(ZoneQuestions::unknown)
                .filter(kind -> !ground.areas(kind).isEmpty())
                .toList();
        if (unknown.isEmpty()) {
            ground.copy(ZoneQuestions.unknown(rule.id()), ZoneQuestions.taken(rule.id()), List.of(0L));
        } else {
            kinds.addAll(unknown);
            ground.unite(ZoneQuestions.unknown(rule.id()), kinds, nos);
        }
        double whole = ground.area(all);
        double low = Math.min(1, ground.area(ZoneQuestions.taken(rule.id())) / whole);
        double high = blind ? 1 : Math.min(1, ground.area(ZoneQuestions.unknown(rule.id())) / whole);
        var observed = Observed.between(low, high, why == null ? Reasons.NOT_ANSWERED : why);
        var looked = new Looked(
                null,
                null,
                null,
                observed,
                new Piece(ZoneQuestions.taken(rule.id()), 0),
                new Piece(ZoneQuestions.unknown(rule.id()), 0),
                read);
        return Answers.of(List.of(looked), bound, read);
    }

    private static @Nullable Unknown reason(Answers answers) {
        return answers.looked().stream()
                .map(one -> one.observed().why())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Dekar of future zones that are not built on, against the land that the region's goal takes. */
    Answers needed(PlanRule.Total rule, PlanQuantity.Needed needed) {
        var need = scores.needed(needed.densities()).orElse(null);
        if (need == null) {
            return Answers.none(Reasons.NO_GOAL, null, 1);
        }
        var bound = new Bounds.Between(need.m2Low() / PlanJudge.DAA, need.m2High() / PlanJudge.DAA);
        List<Long> read = new ArrayList<>();
        double m2 = future(rule, needed, situation.zones(), ZoneQuestions.ZONE, rule.id(), read);
        var missing = situation.subject().missingMunicipalities();
        var observed = missing.isEmpty()
                ? Observed.of(m2 / PlanJudge.DAA)
                : new Observed(
                        m2 / PlanJudge.DAA,
                        Double.POSITIVE_INFINITY,
                        Reasons.missingPlans(missing.stream()
                                .map(situation::municipalityName)
                                .toList()));
        var piece = new Piece("left " + rule.id(), 0);
        return Answers.of(List.of(Looked.whole(null, observed, piece, read)), bound, read);
    }

    /** Square metres of future zones, less what is known to be built on. */
    double future(
            PlanRule.Total rule,
            PlanQuantity.Needed needed,
            List<CheckedZone> among,
            String kind,
            String name,
            List<Long> read) {
        var zones = situation.chosen(among, rule.zones()).stream()
                .filter(CheckedZone::future)
                .toList();
        var nos = Situation.nos(zones);
        if (needed.builtUp() instanceof Metric.Overlap builtUp) {
            var version = situation.versions().get(builtUp.dataset());
            if (version != null) {
                ground.overlap("built " + name, kind, nos, version.id(), builtUp.where());
                read.add(version.id());
            }
        }
        ground.less("unbuilt " + name, kind, nos, "built " + name);
        ground.unite("left " + name, List.of("unbuilt " + name), nos);
        return ground.area("left " + name);
    }

    /** Whether a rule over many sites is kept in the run: 1 when it is, 0 when it is not. */
    Answers kept(PlanQuantity.Kept kept, Per per) {
        var bound = new Bounds.AtLeast(1);
        List<Looked> looked = new ArrayList<>();
        if (per == Per.REGION) {
            looked.add(Looked.whole(null, kept(kept.rule(), null), null, List.of()));
        } else {
            situation
                    .municipalities()
                    .forEach(number -> looked.add(Looked.whole(number, kept(kept.rule(), number), null, List.of())));
        }
        return Answers.of(looked, bound, List.of());
    }

    private Observed kept(String rule, @Nullable String municipality) {
        var group = situation.run().group(rule, municipality);
        if (group == null) {
            return Observed.nothing(Reasons.NOT_ANSWERED);
        }
        return switch (group.outcome()) {
            case "kept" -> Observed.of(1);
            case "broken" -> Observed.of(0);
            default -> Observed.nothing(group.looked() == 0 ? Reasons.NO_SITES : Reasons.SITE_FACTS_MISSING);
        };
    }
}
