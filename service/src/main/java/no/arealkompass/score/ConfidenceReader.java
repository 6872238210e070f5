package no.arealkompass.score;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.score.PurposeConfidence.Level;
import no.arealkompass.score.PurposeConfidence.Limits;
import no.arealkompass.score.PurposeConfidence.Site;
import no.arealkompass.score.PurposeConfidence.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads how well the values of a stored score are known. Pure: the same score gives the same answer on any day. */
final class ConfidenceReader {
    /** A site is known as well as at least this share of its weight. */
    private static final double OVERALL_SHARE = 0.5;

    private final LocalDate madeOn;
    private final Limits limits = Limits.IN_FORCE;

    /** @param madeAt when the run was made, as it says itself */
    ConfidenceReader(String madeAt) {
        madeOn = LocalDate.ofInstant(Instant.parse(madeAt), ZoneOffset.UTC);
    }

    Site read(JsonNode score) {
        var schematic = schematic(score);
        var values = new ArrayList<Value>();
        var weight = new EnumMap<Level, Integer>(Level.class);
        for (var line : score.path("lines")) {
            var value = value(line, schematic.contains(line.path("criterion").asString()));
            values.add(value);
            weight.merge(value.level(), line.path("weight").asInt(), Integer::sum);
        }
        return new Site(score.path("site").asString(), overall(weight), values);
    }

    /** The criteria that were measured with a schematic outline, which the score says itself. */
    private static Set<String> schematic(JsonNode score) {
        var schematic = new HashSet<String>();
        for (var reason : score.path("confidence").path("reasons")) {
            if (reason.path("code").asString().equals(RunDocument.name(Confidence.Code.SCHEMATIC_SITE))) {
                reason.path("criteria").forEach(id -> schematic.add(id.asString()));
            }
        }
        return schematic;
    }

    /** The best level that enough of the weight reaches. */
    private static Level overall(Map<Level, Integer> weight) {
        int sum = 0;
        for (var level : List.of(Level.HIGH, Level.MEDIUM, Level.LOW)) {
            sum += weight.getOrDefault(level, 0);
            if (sum >= 100 * OVERALL_SHARE) {
                return level;
            }
        }
        return Level.NONE;
    }

    private Value value(JsonNode line, boolean schematic) {
        var criterion = line.path("criterion").asString();
        var found = line.path("found");
        if (found.path("kind").asString().equals("notCovered")) {
            return new Value(
                    criterion,
                    Level.NONE,
                    0,
                    null,
                    null,
                    List.of(found.path("reason").asString()));
        }
        return line.path("datasetVersions").isEmpty()
                ? stated(criterion, line.path("origin"))
                : mapped(criterion, line, schematic);
    }

    private Value stated(String criterion, JsonNode origin) {
        var lowered = new Lowered();
        var months = months(origin.path("on").asString(""));
        lowered.byAge(months, limits.factHighMonths(), limits.factMediumMonths());
        return new Value(criterion, lowered.level, 1, months, null, lowered.reasons);
    }

    private Value mapped(String criterion, JsonNode line, boolean schematic) {
        var lowered = new Lowered();
        Integer oldest = 0;
        double accuracyM = 0;
        boolean sample = false;
        for (var version : line.path("datasetVersions")) {
            var months = months(version.path("asOf").asString(""));
            oldest = months == null || oldest == null ? null : Integer.valueOf(Math.max(oldest, months));
            accuracyM = Math.max(accuracyM, version.path("accuracyM").asDouble());
            sample |= version.path("sample").asBoolean();
        }
        lowered.byAge(oldest, limits.mapHighMonths(), limits.mapMediumMonths());
        if (accuracyM > limits.highM()) {
            lowered.to(accuracyM > limits.mediumM() ? Level.LOW : Level.MEDIUM, "accuracy");
        }
        if (line.path("coarse").asBoolean()) {
            lowered.to(Level.MEDIUM, "coarseData");
        }
        if (schematic) {
            lowered.to(Level.MEDIUM, "schematicSite");
        }
        if (sample) {
            lowered.to(Level.LOW, "sample");
        }
        return new Value(criterion, lowered.level, 1, oldest, accuracyM, lowered.reasons);
    }

    /** Months from the last day that the date may mean to the day of the run; null when there is no date. */
    private @Nullable Integer months(String date) {
        if (date.isEmpty()) {
            return null;
        }
        var day = switch (date.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(date), 12, 31);
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date.substring(0, 10));
        };
        return (int) Math.max(0, ChronoUnit.MONTHS.between(day, madeOn));
    }

    /** The worst level of all reasons, and the reasons. */
    private static final class Lowered {
        private Level level = Level.HIGH;
        private final List<String> reasons = new ArrayList<>();

        private void to(Level other, String reason) {
            level = other.compareTo(level) < 0 ? other : level;
            reasons.add(reason);
        }

        private void byAge(@Nullable Integer months, int high, int medium) {
            if (months == null) {
                to(Level.MEDIUM, "ageUnknown");
            } else if (months > high) {
                to(months > medium ? Level.LOW : Level.MEDIUM, "old");
            }
        }
    }
}
