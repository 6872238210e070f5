package no.arealkompass.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import no.arealkompass.strategy.Purpose;
import org.jspecify.annotations.Nullable;

/** Own weights as they stand in an address: {@code C06:40,C11:60}. */
final class WeightsParameter {
    private static final Pattern ONE = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_.-]*):(\\d{1,3})");

    private WeightsParameter() {}

    /** Whole points, 100 together, of criteria of the purpose; the purpose's own weights when nothing is said. */
    static Map<String, Integer> read(@Nullable String text, Purpose purpose) {
        if (text == null || text.isBlank()) {
            return purpose.weights();
        }
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            var one = ONE.matcher(part);
            if (!one.matches()) {
                throw refused("«" + part + "» er ikke en vekt.", "'" + part + "' is not a weight.", purpose);
            }
            String criterion = one.group(1);
            if (!purpose.weights().containsKey(criterion)) {
                throw refused(
                        "Formålet har ikke kriteriet «" + criterion + "».",
                        "The purpose has no criterion '" + criterion + "'.",
                        purpose);
            }
            if (weights.put(criterion, Integer.valueOf(one.group(2))) != null) {
                throw refused("«" + criterion + "» står to ganger.", "'" + criterion + "' is there twice.", purpose);
            }
        }
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != 100) {
            throw refused("Vektene blir " + sum + " til sammen.", "The weights add up to " + sum + ".", purpose);
        }
        return weights;
    }

    private static Refusal refused(String nb, String en, Purpose purpose) {
        String ids = String.join(", ", purpose.weights().keySet());
        return new Refusal(
                400,
                new Said(nb, en),
                new Said(
                        "Skriv «ID:POENG,ID:POENG» med hele poeng, 100 til sammen; id-ene er " + ids + ".",
                        "Write 'ID:POINTS,ID:POINTS' in whole points, 100 together; the ids are " + ids + "."));
    }
}
