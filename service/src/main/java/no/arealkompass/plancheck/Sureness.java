package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.arealkompass.plan.PlanNote;
import no.arealkompass.yaml.Text;

/**
 * How far a check can be trusted. Beside the outcome and never in it.
 *
 * @param level high, medium or low
 */
record Sureness(String level, Text sentence) {
    /** More ground than this without data makes a check hardly sure. */
    private static final double MUCH = 0.25;

    /** @param notCoveredM2 dataset → business ground that it does not cover */
    static Sureness of(
            Situation situation, List<RuleResult> results, Map<String, Double> notCoveredM2, double businessM2) {
        List<Text> why = new ArrayList<>();
        boolean low = false;
        if (!situation.subject().missingMunicipalities().isEmpty()) {
            low = true;
            why.add(new Text("kommuner uten levert plan", "municipalities without a delivered plan"));
        }
        long blind = results.stream().filter(RuleResult::blind).count();
        if (blind > 0) {
            low = true;
            why.add(new Text("%s regler mangler data helt", "%s rules have no data at all").filled(blind));
        }
        double most = notCoveredM2.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        if (most > 0) {
            low |= most > MUCH * businessM2;
            why.add(new Text("%s daa næringsareal uten full datadekning", "%s daa of business land without full data")
                    .filled(Sentences.number(most / PlanJudge.DAA)));
        }
        boolean partly = results.stream().anyMatch(one -> one.undecided() > 0 && !one.blind());
        if (partly) {
            why.add(new Text("noen funn kan ikke avgjøres", "some findings cannot be decided"));
        }
        if (situation.subject().versions().stream().anyMatch(one -> one.sample())) {
            why.add(new Text("eksempelplaner", "sample plans"));
        }
        if (situation.subject().versions().stream()
                .flatMap(one -> one.notes().stream())
                .anyMatch(PlanNote::uncertain)) {
            why.add(new Text(
                    "planer med status og datoer som ikke stemmer", "plans whose status and dates do not agree"));
        }
        return told(low, why);
    }

    private static Sureness told(boolean low, List<Text> why) {
        if (why.isEmpty()) {
            return new Sureness(
                    "high",
                    new Text(
                            "Svaret er sikkert: alt er dekket av data.",
                            "The answer is sure: all is covered by data."));
        }
        var list = new Text(
                String.join(", ", why.stream().map(Text::nb).toList()),
                String.join(", ", why.stream().map(Text::en).toList()));
        return low
                ? new Sureness("low", new Text("Svaret er usikkert: %s.", "The answer is unsure: %s.").filled(list))
                : new Sureness(
                        "medium",
                        new Text("Svaret er middels sikkert: %s.", "The answer is moderately sure: %s.").filled(list));
    }
}
