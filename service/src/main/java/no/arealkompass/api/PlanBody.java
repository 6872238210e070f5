package no.arealkompass.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.plan.PlanCodes;
import no.arealkompass.plan.PlanVersion;
import no.arealkompass.plan.Standing;
import no.arealkompass.score.ConstantName;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan.
 *
 * @param subject its name in the other addresses, such as {@code 3414-201803@2}
 * @param standing what it is on the date: applies, uncertain, notAdopted, notYet, deferred or noLonger
 * @param counts whether it is the version in which its plan counts on the date
 * @param countsWithHearing the same when what is on hearing counts
 */
record PlanBody(
        long planVersion,
        String subject,
        String plan,
        int version,
        String municipality,
        String municipalityName,
        String identification,
        String name,
        String level,
        @Nullable String typeCode,
        @Nullable Text typeName,
        String stage,
        @Nullable String statusCode,
        @Nullable Text statusName,
        String standing,
        boolean counts,
        boolean countsWithHearing,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate announcedOn,
        String sender,
        int zones,
        double areaM2,
        boolean outlineStated,
        boolean sample,
        String deliveredAt,
        List<NoteBody> notes) {
    record NoteBody(String code, Text text, Text remedy, boolean uncertain) {}

    /** What is the same for all versions of one answer; ids of the versions that count. */
    record Told(PlanCodes codes, Map<String, String> names, Set<Long> counting, Set<Long> withHearing) {}

    static PlanBody of(PlanVersion v, Standing standing, Told told) {
        return new PlanBody(
                v.id(),
                v.plan() + "@" + v.version(),
                v.plan(),
                v.version(),
                v.municipality(),
                told.names().getOrDefault(v.municipality(), v.municipality()),
                v.identification(),
                v.name(),
                name(v.level()),
                v.typeCode(),
                told.codes().types().stream()
                        .filter(t -> t.code().equals(v.typeCode()))
                        .findFirst()
                        .map(PlanCodes.Type::name)
                        .orElse(null),
                name(v.stage()),
                v.statusCode(),
                told.codes().statuses().stream()
                        .filter(s -> s.code().equals(v.statusCode()))
                        .findFirst()
                        .map(PlanCodes.Code::name)
                        .orElse(null),
                name(standing),
                told.counting().contains(v.id()),
                told.withHearing().contains(v.id()),
                v.inForceFrom(),
                v.inForceTo(),
                v.decidedOn(),
                v.announcedOn(),
                v.sender(),
                v.zones(),
                v.areaM2(),
                v.outlineStated(),
                v.sample(),
                v.at().toString(),
                v.notes().stream()
                        .map(n -> new NoteBody(n.code(), n.text(), n.remedy(), n.uncertain()))
                        .toList());
    }

    private static String name(Enum<?> constant) {
        return ConstantName.of(constant);
    }
}
