package no.arealkompass.plancheck;

import java.util.List;
import no.arealkompass.plan.Subject;
import no.arealkompass.strategy.Part;
import no.arealkompass.strategy.Severity;
import no.arealkompass.yaml.Text;

/** What a check comes to: the outcome in words a mayor reads once a year. */
final class VerdictWords {
    private final Situation situation;
    private final List<RuleResult> results;

    VerdictWords(Situation situation, List<RuleResult> results) {
        this.situation = situation;
        this.results = results;
    }

    /** Notes decide nothing; where no rule could be asked, nothing follows. */
    Outcome outcome() {
        var deciding = deciding();
        return deciding.isEmpty() || situation.subject().versions().isEmpty()
                ? deciding.stream().anyMatch(one -> one.outcome() == Outcome.DEVIATES)
                        ? Outcome.DEVIATES
                        : Outcome.UNDECIDED
                : PlanJudge.together(deciding.stream().map(RuleResult::outcome).toList());
    }

    private List<RuleResult> deciding() {
        return results.stream()
                .filter(one -> one.rule().head().severity() != Severity.NOTE)
                .toList();
    }

    int count(Outcome outcome) {
        return (int) deciding().stream().filter(one -> one.outcome() == outcome).count();
    }

    /** @param deviatingDaa ground that breaks any rule, counted once */
    Text sentence(double deviatingDaa, double businessDaa) {
        if (results.isEmpty()) {
            return new Text(
                    "Det kan ikke avgjøres om planen følger strategien: strategien har ingen planregler.",
                    "It cannot be decided whether the plan follows the strategy: the strategy has no plan rules.");
        }
        if (situation.subject().versions().isEmpty()) {
            return new Text(
                            "Det kan ikke avgjøres om %s følger strategien: ingen plan er levert.",
                            "It cannot be decided whether %s follows the strategy: no plan is delivered.")
                    .filled(name());
        }
        int all = deciding().size();
        return switch (outcome()) {
            case FOLLOWS ->
                new Text(
                                "%s følger strategien: alle de %s reglene er holdt.",
                                "%s follows the strategy: all %s rules are kept.")
                        .filled(name(), all);
            case DEVIATES ->
                new Text(
                                "%s avviker fra strategien på %s av %s regler. Avvikene gjelder %s daa; næringsarealet er %s daa.",
                                "%s deviates from the strategy on %s of %s rules. The deviations concern %s daa; the business land is %s daa.")
                        .filled(
                                name(),
                                count(Outcome.DEVIATES),
                                all,
                                Sentences.number(deviatingDaa),
                                Sentences.number(businessDaa));
            case UNDECIDED ->
                new Text(
                                "Det kan ikke avgjøres om %s følger strategien. Ingen avvik er funnet, men %s av %s regler mangler opplysninger.",
                                "It cannot be decided whether %s follows the strategy. No deviation is found, but %s of %s rules lack information.")
                        .filled(name(), count(Outcome.UNDECIDED), all);
        };
    }

    /** The name of the subject. */
    Text name() {
        var subject = situation.subject();
        var name = switch (subject.kind()) {
            case REGION -> situation.region().name();
            case MUNICIPALITY -> {
                String municipality =
                        situation.municipalityName(situation.municipalities().getFirst());
                yield new Text(municipality, municipality);
            }
            case PLAN -> {
                String plan = subject.versions().getFirst().name();
                yield new Text(plan, plan);
            }
        };
        return subject.withHearing()
                ? new Text("%s, medregnet det som er på høring,", "%s, including what is on hearing,").filled(name)
                : name;
    }

    List<RuleResult> of(Part part) {
        return results.stream()
                .filter(one -> one.rule().head().part().equals(part.id()))
                .toList();
    }

    /** The outcome of one point of the strategy; "elsewhere" where no rule of it is judged for this subject. */
    String outcome(Part part) {
        var of = of(part);
        return of.isEmpty()
                ? "elsewhere"
                : DocumentWriter.name(
                        PlanJudge.together(of.stream().map(RuleResult::outcome).toList()));
    }

    Text sentence(Part part) {
        var of = of(part);
        if (of.isEmpty()) {
            boolean any = situation.planning().rules().stream()
                    .anyMatch(rule -> rule.head().part().equals(part.id()));
            return any
                    ? new Text("Vurderes for hele regionen samlet.", "Judged for the whole region together.")
                    : new Text(
                            "Strategien har ingen planregel for dette punktet.",
                            "The strategy has no plan rule for this point.");
        }
        long broken =
                of.stream().filter(one -> one.outcome() == Outcome.DEVIATES).count();
        long open =
                of.stream().filter(one -> one.outcome() == Outcome.UNDECIDED).count();
        if (of.size() == 1) {
            return switch (of.getFirst().outcome()) {
                case DEVIATES -> new Text("Regelen er brutt.", "The rule is broken.");
                case UNDECIDED -> new Text("Regelen kan ikke avgjøres.", "The rule cannot be decided.");
                case FOLLOWS -> new Text("Regelen er holdt.", "The rule is kept.");
            };
        }
        if (broken > 0) {
            return new Text("%s av %s regler er brutt.", "%s of %s rules are broken.").filled(broken, of.size());
        }
        return open > 0
                ? new Text("%s av %s regler kan ikke avgjøres.", "%s of %s rules cannot be decided.")
                        .filled(open, of.size())
                : new Text("Alle %s reglene er holdt.", "All %s rules are kept.").filled(of.size());
    }

    /** What the case does to the goals of the region. */
    static Text contribution(Contribution contribution, Subject.Kind kind) {
        double change = (contribution.businessAfterM2() - contribution.businessBeforeM2()) / PlanJudge.DAA;
        long better = contribution.lines().stream()
                .filter(line -> rank(line.after()) < rank(line.before()))
                .count();
        long worse = contribution.lines().stream()
                .filter(line -> rank(line.after()) > rank(line.before()))
                .count();
        var who =
                kind == Subject.Kind.PLAN ? new Text("planen", "the plan") : new Text("kommunens planer", "the plans");
        var goals = better == 0 && worse == 0
                ? new Text("Ingen av regionens mål endrer status.", "None of the region's goals changes.")
                : new Text(
                                "Mål for regionen som får det bedre: %s, verre: %s.",
                                "Goals of the region that come out better: %s, worse: %s.")
                        .filled(better, worse);
        return new Text(
                        "Med %s endres regionens næringsareal med %s daa. %s",
                        "With %s the region's business land changes by %s daa. %s")
                .filled(who, signed(change), goals);
    }

    private static Text signed(double change) {
        var number = Sentences.number(change);
        return change > 0 ? new Text("+" + number.nb(), "+" + number.en()) : number;
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case FOLLOWS -> 0;
            case UNDECIDED -> 1;
            case DEVIATES -> 2;
        };
    }
}
