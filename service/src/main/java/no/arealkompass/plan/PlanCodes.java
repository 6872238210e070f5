package no.arealkompass.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * The official codes of area plans, read from {@code gis-data/codes/plan-*.yaml}.
 *
 * @param purposes arealformål
 * @param considerations hensynssoner
 * @param statuses planstatus 1–8
 * @param types plantype, each with what it is to us
 * @param useStatuses arealbruksstatus
 * @param verticalLevels vertikalnivå
 * @param objects object types of deliveries, and what is made of each
 */
public record PlanCodes(
        List<Code> purposes,
        List<Code> considerations,
        List<Code> statuses,
        List<Type> types,
        List<Code> useStatuses,
        List<Code> verticalLevels,
        List<ObjectType> objects) {
    /** The purpose of a data centre: the word is ours, since no source gives its number. In force 2025-07-01. */
    public static final String DATA_CENTRE = "datasenter";

    /**
     * One code of a list.
     *
     * @param lists in which kinds of plan it belongs
     * @param validFrom first day a plan may be adopted with it; null where no source limits it
     * @param validTo last such day; null where there is none, or none is known
     * @param expired whether it is out of use without a known date
     */
    public record Code(
            String code,
            Text name,
            List<Family> lists,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean expired,
            Source source) {
        /** Whether a plan adopted on a date may use it. */
        boolean validOn(LocalDate date) {
            return (validFrom == null || !date.isBefore(validFrom)) && (validTo == null || !date.isAfter(validTo));
        }
    }

    /** A plan type, and what kind of plan it is to us. */
    public record Type(String code, Text name, Level level, Source source) {}

    /**
     * An object type of a delivery.
     *
     * @param oldAct whether its codes are those of the act of 1985, which are not translated
     */
    public record ObjectType(String type, Family plan, Made as, boolean oldAct) {}

    /** What is made of an object. */
    public enum Made {
        OUTLINE,
        PURPOSE,
        CONSIDERATION,
        PROVISION
    }

    /** Where a list stands; the note says what of it is ours. */
    public record Source(String document, String url, String note) {}

    /** A purpose in the list of a level; where it stands in the other list only, that one. */
    public Optional<Code> purpose(String code, Level level) {
        return find(purposes, code, Family.of(level));
    }

    /** A consideration, the same way. */
    public Optional<Code> consideration(String code, Level level) {
        return find(considerations, code, Family.of(level));
    }

    /** What a zone's code is called; the code itself where it is in no list, "ingen kode" where there is none. */
    public Text nameOf(ZoneKind kind, String code, Level level) {
        var found = switch (kind) {
            case PURPOSE -> purpose(code, level);
            case CONSIDERATION -> consideration(code, level);
            case PROVISION -> Optional.<Code>empty();
        };
        return found.map(Code::name).orElse(code.isEmpty() ? new Text("ingen kode", "no code") : new Text(code, code));
    }

    private static Optional<Code> find(List<Code> codes, String code, @Nullable Family family) {
        var same = codes.stream().filter(c -> c.code().equals(code)).toList();
        return same.stream()
                .filter(c -> family == null || c.lists().contains(family))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }
}
