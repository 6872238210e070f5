package no.arealkompass.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the status and the dates of a version together. Neither is trusted alone: a plan marked as replaced often applies
 * in part, and a plan marked as adopted may lie in the future. What does not agree is said, and makes the version
 * uncertain where the answer depends on it.
 */
final class StatusReader {
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");
    private static final Set<String> BEFORE_ADOPTION = Set.of("1", "2");
    private static final Set<String> ADOPTED = Set.of("3", "7");
    private static final Set<String> ENDED = Set.of("4", "5");
    private static final String DEFERRED = "6";
    private static final String LIMITED = "7";
    private static final String OVERRIDDEN = "8";

    private final PlanVersion version;
    private final LocalDate on;
    private final LocalDate delivered;
    private final String status;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final List<PlanNote> notes = new ArrayList<>();

    private StatusReader(PlanVersion version, LocalDate on) {
        this.version = version;
        this.on = on;
        this.delivered = version.at().atZone(NORWAY).toLocalDate();
        this.status = Objects.requireNonNullElse(version.statusCode(), "");
        this.from = Stream.of(version.inForceFrom(), version.decidedOn(), version.announcedOn())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        this.to = version.inForceTo();
    }

    /** What a version is on a date, and what has to be said about that. */
    record Reading(Standing standing, List<PlanNote> notes) {}

    static Reading read(PlanVersion version, LocalDate on) {
        var reader = new StatusReader(version, on);
        var standing = version.stage() == Stage.ADOPTED ? reader.adopted() : reader.notAdopted();
        return new Reading(standing, List.copyOf(reader.notes));
    }

    /** When it came into force: as stated, else when it was adopted, else when that was announced. */
    static @Nullable LocalDate from(PlanVersion version) {
        return new StatusReader(version, LocalDate.MIN).from;
    }

    private Standing notAdopted() {
        if (!status.isEmpty() && !BEFORE_ADOPTION.contains(status)) {
            say("STATUS_AGAINST_STAGE", "status", status);
        }
        if (version.inForceFrom() != null) {
            say("DATE_BEFORE_ADOPTION", "date", version.inForceFrom());
        }
        return Standing.NOT_ADOPTED;
    }

    private Standing adopted() {
        datesAmongThemselves();
        if (ENDED.contains(status)) {
            return ended();
        }
        if (status.equals(DEFERRED)) {
            if (from != null && !from.isAfter(on)) {
                say("DEFERRED_WITH_DATE", "date", from);
            } else {
                say("DEFERRED");
            }
            return Standing.DEFERRED;
        }
        statusAlone();
        return inPeriod();
    }

    private void datesAmongThemselves() {
        var inForce = version.inForceFrom();
        var decided = version.decidedOn();
        var announced = version.announcedOn();
        if (inForce != null && decided != null && decided.isAfter(inForce)) {
            // Both dates passed: it applies whichever is right.
            note("DECIDED_AFTER_IN_FORCE", decided.isAfter(on), "date", decided, "from", inForce);
        }
        if (announced != null && decided != null && announced.isBefore(decided)) {
            say("ANNOUNCED_BEFORE_DECIDED", "date", announced, "from", decided);
        }
        if (inForce == null && from != null && !ENDED.contains(status)) {
            say(from.equals(decided) ? "FROM_DECISION" : "FROM_ANNOUNCEMENT", "date", from);
        }
    }

    /** Repealed (4) or replaced (5): known at the delivery; since when is known only where a last day is stated. */
    private Standing ended() {
        say(status.equals("4") ? "REPEALED" : "REPLACED");
        if (!on.isBefore(delivered) || (to != null && to.isBefore(on))) {
            return Standing.NO_LONGER;
        }
        if (from != null && from.isAfter(on)) {
            return Standing.NOT_YET;
        }
        if (from != null && to != null) {
            return Standing.APPLIES;
        }
        doubt("END_UNKNOWN", "date", delivered);
        return Standing.UNCERTAIN;
    }

    private void statusAlone() {
        if (status.isEmpty()) {
            say("STATUS_MISSING");
        } else if (BEFORE_ADOPTION.contains(status)) {
            doubt("STATUS_BEFORE_ADOPTION", "status", status);
        } else if (status.equals(OVERRIDDEN)) {
            doubt("OVERRIDDEN");
        } else if (!ADOPTED.contains(status)) {
            doubt("STATUS_UNKNOWN", "status", status);
        }
        if (status.equals(LIMITED) && to == null) {
            doubt("LIMIT_MISSING");
        } else if (!status.equals(LIMITED) && to != null) {
            say("LIMIT_WITHOUT_STATUS", "date", to);
        }
    }

    private Standing inPeriod() {
        if (from != null && to != null && to.isBefore(from)) {
            doubt("DATES_REVERSED", "date", to, "from", from);
            return Standing.UNCERTAIN;
        }
        if (to != null && to.isBefore(on)) {
            say("EXPIRED", "date", to);
            return Standing.NO_LONGER;
        }
        if (from == null) {
            doubt("DATE_MISSING");
            return Standing.UNCERTAIN;
        }
        if (from.isAfter(on)) {
            say("NOT_YET", "date", from);
            return Standing.NOT_YET;
        }
        return notes.stream().anyMatch(PlanNote::uncertain) ? Standing.UNCERTAIN : Standing.APPLIES;
    }

    private void say(String code, Object... args) {
        note(code, false, args);
    }

    private void doubt(String code, Object... args) {
        note(code, true, args);
    }

    private void note(String code, boolean uncertain, Object... args) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            named.put(String.valueOf(args[i]), String.valueOf(args[i + 1]));
        }
        notes.add(uncertain ? PlanNote.doubt(code, named) : PlanNote.of(code, named));
    }
}
