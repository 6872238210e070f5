package no.arealkompass.plancheck;

import java.util.List;
import java.util.stream.Collectors;
import no.arealkompass.plan.PlanCodes;
import no.arealkompass.plan.ZoneKind;
import no.arealkompass.plancheck.RuleResult.Finding;
import no.arealkompass.strategy.Bounds;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.PlanQuantity;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/** What each finding says, short and with its numbers, in both languages. */
final class Sentences {
    private final Situation situation;
    private final PlanCodes codes;

    Sentences(Situation situation, PlanCodes codes) {
        this.situation = situation;
        this.codes = codes;
    }

    static Text text(no.arealkompass.strategy.Text text) {
        return new Text(text.nb(), text.en());
    }

    static Text number(double value) {
        return new Text(Numbers.nb(value), Numbers.en(value));
    }

    static Text percent(double share) {
        return number(100 * share);
    }

    Text finding(Finding finding) {
        return finding.judged().outcome() == Outcome.UNDECIDED ? undecided(finding) : broken(finding);
    }

    private Text undecided(Finding finding) {
        var why = finding.looked().observed().why();
        var name = text(finding.rule().head().name());
        return new Text("%s: «%s» kan ikke avgjøres. %s", "%s: “%s” cannot be decided. %s")
                .filled(label(finding.looked()), name, why == null ? new Text("", "") : why.reason());
    }

    /** What was looked at, as the beginning of a sentence. */
    Text label(Looked looked) {
        var zone = looked.zone();
        var site = looked.site();
        var municipality = looked.municipality();
        if (zone != null) {
            return zone(zone);
        }
        if (site != null) {
            return new Text(site.site().name(), site.site().name());
        }
        return municipality == null ? subject() : same(situation.municipalityName(municipality));
    }

    private static Text same(String word) {
        return new Text(word, word);
    }

    /** The subject as the beginning of a sentence. */
    Text subject() {
        return switch (situation.subject().kind()) {
            case REGION -> new Text("Regionen", "The region");
            case MUNICIPALITY ->
                same(situation.municipalityName(situation.municipalities().getFirst()));
            case PLAN -> new Text("Planen", "The plan");
        };
    }

    Text zone(CheckedZone zone) {
        String name =
                zone.zone().name().isBlank() ? zone.zone().zone() : zone.zone().name();
        return new Text("Sone %s (%s, %s daa)", "Zone %s (%s, %s daa)")
                .filled(name, lower(codeName(zone)), number(zone.areaM2() / PlanJudge.DAA));
    }

    Text codeName(CheckedZone zone) {
        return codes.nameOf(ZoneKind.PURPOSE, zone.zone().code(), zone.version().level());
    }

    private static Text lower(Text text) {
        return new Text(lower(text.nb()), lower(text.en()));
    }

    private static String lower(String word) {
        return word.isEmpty() ? word : Character.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    private Text broken(Finding finding) {
        var label = label(finding.looked());
        double amount = finding.judged().amount() == null ? 0 : finding.judged().amount();
        return switch (finding.rule().quantity()) {
            case PlanQuantity.Zoned zoned -> zoned(finding, zoned, label, amount);
            case PlanQuantity.Purposes p ->
                new Text("%s tillater ingen av formålene i strategien.", "%s allows none of the strategy's purposes.")
                        .filled(label);
            case PlanQuantity.Score s ->
                new Text(
                                "%s får høyst %s poeng for det den tillater; grensen er %s.",
                                "%s gets at most %s points for what it allows; the limit is %s.")
                        .filled(label, number(amount), limit(finding.bound()));
            case PlanQuantity.Measured(Metric.Overlap overlap) ->
                new Text("%s tar %s daa %s.", "%s takes %s daa of %s.")
                        .filled(label, number(amount), situation.datasetName(overlap.dataset()));
            case PlanQuantity.Measured m -> measured(finding, label, amount);
            case PlanQuantity.OnSites o ->
                new Text(
                                "%s tar %s daa av områder som strategien vil ha til terminal og bilbasert næring.",
                                "%s takes %s daa of sites that the strategy wants for terminals and road-based business.")
                        .filled(label, number(amount));
            case PlanQuantity.Taken taken ->
                new Text(
                                "%s: %s % av næringsarealet går ut over %s; grensen er %s %.",
                                "%s: %s % of the business land costs %s; the limit is %s %.")
                        .filled(label, percent(amount), themes(taken), percentLimit(finding.bound()));
            case PlanQuantity.Needed n -> needed(finding, amount);
            case PlanQuantity.Count c ->
                new Text(
                                "%s har %s områder som er klare og satt av slik strategien ber om; det trengs minst %s.",
                                "%s has %s sites that are ready and set aside as the strategy asks; at least %s is needed.")
                        .filled(label, number(amount), limit(finding.bound()));
            case PlanQuantity.Kept kept ->
                new Text("%s: «%s» er ikke oppnådd.", "%s: “%s” is not reached.")
                        .filled(label, text(finding.rule().head().name()));
        };
    }

    private Text zoned(Finding finding, PlanQuantity.Zoned zoned, Text label, double share) {
        return finding.bound() instanceof Bounds.AtMost
                ? new Text(
                                "%s: %s % av området er satt av til %s; høyst %s % tåles.",
                                "%s: %s % of the site is set aside for %s; at most %s % is tolerated.")
                        .filled(label, percent(share), use(zoned), percentLimit(finding.bound()))
                : new Text(
                                "%s: bare %s % av området er satt av til %s; strategien ber om minst %s %.",
                                "%s: only %s % of the site is set aside for %s; the strategy asks for at least %s %.")
                        .filled(label, percent(share), use(zoned), percentLimit(finding.bound()));
    }

    private Text use(PlanQuantity.Zoned zoned) {
        var group = zoned.group();
        if (group == null) {
            return joined(zoned.purposes().stream()
                    .map(id -> lower(text(situation.strategy().purpose(id).name())))
                    .toList());
        }
        return switch (group) {
            case BUSINESS -> new Text("næring", "business");
            case VISITOR -> new Text("virksomhet med mange besøkende", "businesses with many visitors");
            case OCCUPIED -> new Text("boliger, handel og tjenester", "homes, shops and services");
        };
    }

    private static Text joined(List<Text> texts) {
        return new Text(
                texts.stream().map(Text::nb).collect(Collectors.joining(", ")),
                texts.stream().map(Text::en).collect(Collectors.joining(", ")));
    }

    private Text themes(PlanQuantity.Taken taken) {
        return joined(taken.rules().stream()
                .map(situation.planning()::rule)
                .flatMap(rule -> rule.quantity() instanceof PlanQuantity.Measured(var metric)
                        ? metric.datasets().stream()
                        : java.util.stream.Stream.empty())
                .distinct()
                .map(situation::datasetName)
                .toList());
    }

    private Text measured(Finding finding, Text label, double amount) {
        var unit = finding.rule().head().unit().equals("min")
                ? new Text("minutter", "minutes")
                : same(finding.rule().head().unit());
        return new Text("%s ligger %s %s unna; grensen er %s %s.", "%s lies %s %s away; the limit is %s %s.")
                .filled(label, number(amount), unit, limit(finding.bound()), unit);
    }

    private static Text needed(Finding finding, double daa) {
        return finding.bound() instanceof Bounds.Between(double low, double high)
                ? new Text(
                                "Det er satt av %s daa framtidig næringsareal. Målet for arbeidsplasser tilsier %s til %s daa.",
                                "%s daa of future business land is set aside. The goal for jobs takes %s to %s daa.")
                        .filled(number(daa), number(low), number(high))
                : number(daa);
    }

    private static Text limit(@Nullable Bounds bound) {
        return number(edge(bound));
    }

    private static Text percentLimit(@Nullable Bounds bound) {
        return percent(edge(bound));
    }

    private static double edge(@Nullable Bounds bound) {
        return switch (bound) {
            case null -> 0;
            case Bounds.AtMost(double limit) -> limit;
            case Bounds.AtLeast(double limit) -> limit;
            case Bounds.Between(double low, double high) -> high;
        };
    }
}
