package no.arealkompass.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan version as read from a delivery, before it is stored.
 *
 * @param outline features whose union is the plan's area
 * @param outlineStated whether they are outlines, and not the zones standing for one
 * @param said what the delivery made us say, kept with the version
 */
record PlanDraft(
        String municipality,
        String identification,
        String name,
        Level level,
        @Nullable String typeCode,
        Stage stage,
        @Nullable String statusCode,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate announcedOn,
        String sender,
        List<Long> outline,
        boolean outlineStated,
        List<Zone> zones,
        List<Said> said) {
    /** One zone; geometry and properties stay in the feature until they are copied. */
    record Zone(
            long featureId,
            String zone,
            ZoneKind kind,
            String code,
            @Nullable String useStatus,
            int verticalLevel,
            String name) {}

    /** Something to say, as it is kept; the object is where to look. */
    record Said(String code, Map<String, String> args, String objectId) {}

    String plan() {
        return municipality + "-" + identification;
    }
}
