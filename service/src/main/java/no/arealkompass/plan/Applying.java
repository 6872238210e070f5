package no.arealkompass.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of many versions count on a date, and in what order they win over each other. */
final class Applying {
    private Applying() {}

    /**
     * The version of each plan that counts on a date, notes as of that date.
     *
     * @param versions of any plans, newest version of each plan first
     */
    static List<PlanVersion> on(List<PlanVersion> versions, LocalDate date) {
        List<PlanVersion> applying = new ArrayList<>();
        byPlan(versions).values().forEach(ofPlan -> one(ofPlan, date).ifPresent(applying::add));
        return List.copyOf(applying);
    }

    /** The same, but a plan that is newest on hearing counts in that version. */
    static List<PlanVersion> withHearing(List<PlanVersion> versions, LocalDate date) {
        List<PlanVersion> applying = new ArrayList<>();
        byPlan(versions).values().forEach(ofPlan -> {
            var newest = ofPlan.stream()
                    .filter(v -> v.stage().isPublic())
                    .findFirst()
                    .filter(v -> v.stage() == Stage.HEARING)
                    .map(v -> v.read(StatusReader.read(v, date).notes()));
            newest.or(() -> one(ofPlan, date)).ifPresent(applying::add);
        });
        return List.copyOf(applying);
    }

    /**
     * The newest version that is certain decides: when it has ended, no older one comes back. A newer one in doubt is
     * used only when no older one certainly applies; both are said.
     */
    private static Optional<PlanVersion> one(List<PlanVersion> ofPlan, LocalDate date) {
        PlanVersion doubtful = null;
        for (var version : ofPlan) {
            var reading = StatusReader.read(version, date);
            switch (reading.standing()) {
                case APPLIES -> {
                    return Optional.of(
                            doubtful == null
                                    ? version.read(reading.notes())
                                    : version.read(Stream.concat(
                                                    Stream.of(PlanNote.of(
                                                            "NEWER_UNCERTAIN",
                                                            Map.of("version", String.valueOf(doubtful.version())))),
                                                    reading.notes().stream())
                                            .toList()));
                }
                case NO_LONGER -> {
                    return Optional.ofNullable(doubtful);
                }
                case UNCERTAIN -> doubtful = doubtful == null ? version.read(reading.notes()) : doubtful;
                case NOT_ADOPTED, NOT_YET, DEFERRED -> {}
            }
        }
        return Optional.ofNullable(doubtful);
    }

    /**
     * From the one that yields to the one that wins where two plans lie on the same ground: the newest wins (pbl. § 1-5),
     * on hearing counts as newest, without a date as oldest; on the same date the more detailed one.
     */
    static List<PlanVersion> byPrecedence(List<PlanVersion> versions) {
        return versions.stream()
                .sorted(Comparator.comparing((PlanVersion v) -> v.stage() != Stage.ADOPTED)
                        .thenComparing(v -> Objects.requireNonNullElse(since(v), LocalDate.MIN))
                        .thenComparing(PlanVersion::level)
                        .thenComparing(PlanVersion::id))
                .toList();
    }

    private static @Nullable LocalDate since(PlanVersion version) {
        return version.stage() == Stage.ADOPTED ? StatusReader.from(version) : null;
    }

    private static Map<String, List<PlanVersion>> byPlan(List<PlanVersion> versions) {
        Map<String, List<PlanVersion>> byPlan = new LinkedHashMap<>();
        versions.forEach(
                v -> byPlan.computeIfAbsent(v.plan(), plan -> new ArrayList<>()).add(v));
        return byPlan;
    }
}
