package no.arealkompass.catalogue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.arealkompass.catalogue.Question.Answer;
import no.arealkompass.present.FactLine;
import no.arealkompass.present.Presentation;
import org.jspecify.annotations.Nullable;

/**
 * A published site in the list.
 *
 * @param number its number on the overview map; the same whatever is asked for
 * @param site all that is shown of it
 * @param version of the site
 * @param changedAt when that version was made
 * @param area the first of zoned area, plan area and area of the outline that is known; null when none is
 * @param power null when it is not stated
 * @param plan plan status; null when it is not stated
 * @param minutes destination → minutes by car, where they are known
 * @param purposes ids of the purposes it is not excluded for; null when no run tells
 */
public record Listed(
        int number,
        Presentation site,
        int version,
        Instant changedAt,
        @Nullable FactLine area,
        @Nullable FactLine power,
        @Nullable FactLine plan,
        Map<String, Double> minutes,
        @Nullable Set<String> purposes) {
    /** What lies in a municipality by less than this share does not belong to it. */
    private static final double SLIVER = 0.01;

    static Listed of(Presentation site, int version, Instant changedAt, @Nullable Set<String> purposes) {
        var minutes = new java.util.HashMap<String, Double>();
        site.distances().forEach(way -> {
            if (way.carMinutes() != null) {
                minutes.put(way.key(), way.carMinutes());
            }
        });
        return new Listed(
                site.number(),
                site,
                version,
                changedAt,
                Stream.of("zonedArea", "planArea", "outlineArea")
                        .flatMap(key -> known(site, key).stream())
                        .findFirst()
                        .orElse(null),
                known(site, "power").orElse(null),
                known(site, "planStatus").orElse(null),
                Map.copyOf(minutes),
                purposes == null ? null : Set.copyOf(purposes));
    }

    private static Optional<FactLine> known(Presentation site, String key) {
        return site.groups().stream()
                .flatMap(group -> group.facts().stream())
                .filter(line -> line.key().equals(key) && line.known())
                .filter(line -> line.number() != null || !line.code().isEmpty())
                .findFirst();
    }

    /** Stable name in addresses. */
    public String id() {
        return java.util.Objects.requireNonNull(site.id(), "the catalogue shows names");
    }

    /** The area in dekar; null when none is known. */
    public @Nullable Double daa() {
        return area == null ? null : area.number();
    }

    /** The power stated, MW; null when none is. */
    public @Nullable Double megawatts() {
        return power == null ? null : power.number();
    }

    /** Whether it lies in a municipality, by more than a sliver. */
    boolean liesIn(String municipality) {
        return site.municipalities().stream()
                .anyMatch(place -> place.number().equals(municipality) && place.share() >= SLIVER);
    }

    Answer answer(Question question, Filter filter) {
        return switch (question) {
            case AREA -> between(filter.leastDaa(), daa(), filter.mostDaa());
            case PURPOSE -> purposes == null ? Answer.NOT_STATED : is(purposes.contains(filter.purpose()));
            case MUNICIPALITY -> is(liesIn(filter.municipality()));
            case MINUTES -> between(null, minutes.get(filter.destination()), filter.mostMinutes());
            case POWER -> between(filter.leastMw(), megawatts(), null);
            case PLAN -> plan == null ? Answer.NOT_STATED : is(plan.code().equals(filter.plan()));
        };
    }

    private static Answer between(@Nullable Double least, @Nullable Double value, @Nullable Double most) {
        return value == null
                ? Answer.NOT_STATED
                : is((least == null || value >= least) && (most == null || value <= most));
    }

    private static Answer is(boolean so) {
        return so ? Answer.YES : Answer.NO;
    }
}
