package no.arealkompass.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.score.CertificateBench;

/**
 * How big the region is and how often everything is timed.
 *
 * @param seed -1..1; the same seed gives the same region
 * @param repeat times each contestant answers each question; the median counts
 * @param draws how often sites are ranked for a certificate
 * @param planZones zones of the plans that are checked
 */
record Options(int sites, int roads, int zones, double seed, int repeat, int draws, int planZones) {
    private static final Set<String> NAMES =
            Set.of("--sites", "--roads", "--zones", "--seed", "--repeat", "--draws", "--plan-zones");

    /** @throws IllegalArgumentException when a word is no option or its value no number */
    static Options read(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            if (!NAMES.contains(words.get(i)) || i + 1 == words.size()) {
                throw new IllegalArgumentException(
                        "Say: bench [--sites N] [--roads N] [--zones N] [--seed -1..1] [--repeat N] [--draws N]"
                                + " [--plan-zones N]");
            }
            values.put(words.get(i), words.get(i + 1));
        }
        return new Options(
                Integer.parseInt(values.getOrDefault("--sites", "10000")),
                Integer.parseInt(values.getOrDefault("--roads", "200000")),
                Integer.parseInt(values.getOrDefault("--zones", "30000")),
                Double.parseDouble(values.getOrDefault("--seed", "0.42")),
                Integer.parseInt(values.getOrDefault("--repeat", "5")),
                Integer.parseInt(values.getOrDefault("--draws", String.valueOf(CertificateBench.draws()))),
                Integer.parseInt(values.getOrDefault("--plan-zones", "5000")));
    }
}
