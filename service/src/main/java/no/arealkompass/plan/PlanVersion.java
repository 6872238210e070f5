package no.arealkompass.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One delivered version of a plan.
 *
 * @param id plan_version.id
 * @param plan municipality number and plan identification joined, such as {@code 3414-201803}
 * @param typeCode plantype as delivered (SOSI Plan); null where it is not
 * @param statusCode planstatus 1–8 as delivered (SOSI Plan); null where it is not
 * @param inForceFrom ikrafttredelsesdato; null where it is not stated
 * @param inForceTo last day in force, for a plan limited in time
 * @param sender who delivered it
 * @param areaM2 area of its outline
 * @param outlineStated whether the outline was delivered; otherwise the zones stand for it
 * @param sample made up for trying out; never a real plan
 * @param datasetVersionId the delivery it came with
 * @param at when it was delivered
 * @param notes what has to be said of its status, dates and codes before anybody relies on it
 */
public record PlanVersion(
        long id,
        String plan,
        String municipality,
        String identification,
        int version,
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
        int zones,
        double areaM2,
        boolean outlineStated,
        boolean sample,
        long datasetVersionId,
        Instant at,
        List<PlanNote> notes) {
    /** The same version with what its status and dates say on a date, after what the delivery said. */
    PlanVersion read(List<PlanNote> onDate) {
        return new PlanVersion(
                id,
                plan,
                municipality,
                identification,
                version,
                name,
                level,
                typeCode,
                stage,
                statusCode,
                inForceFrom,
                inForceTo,
                decidedOn,
                announcedOn,
                sender,
                zones,
                areaM2,
                outlineStated,
                sample,
                datasetVersionId,
                at,
                Stream.concat(onDate.stream(), notes.stream()).toList());
    }
}
