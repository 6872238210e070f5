package no.arealkompass.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import no.arealkompass.plan.PlanCodes.Code;
import no.arealkompass.plan.PlanCodes.Made;
import no.arealkompass.plan.PlanCodes.ObjectType;
import no.arealkompass.plan.PlanDraft.Zone;
import org.jspecify.annotations.Nullable;

/** Sorts the objects of one plan into outline and zones, and reads the codes of the zones. */
final class ZoneReader {
    private static final int GROUND = 2;

    private final PlanCodes codes;
    private final TakeOver.Findings findings;
    private final Map<Long, ObjectType> typeOf = new LinkedHashMap<>();
    private final List<DeliveredObject> outlines = new ArrayList<>();
    private final Map<DeliveredObject, ZoneKind> zones = new LinkedHashMap<>();

    ZoneReader(PlanCodes codes, List<DeliveredObject> objects, TakeOver.Findings findings) {
        this.codes = codes;
        this.findings = findings;
        objects.forEach(this::sort);
    }

    private void sort(DeliveredObject object) {
        var written = object.get("objtype");
        if (written == null) {
            zones.put(object, object.get("considerationCode") == null ? ZoneKind.PURPOSE : ZoneKind.CONSIDERATION);
            return;
        }
        var type = codes.objects().stream()
                .filter(t -> plain(t.type()).equals(plain(written)))
                .findFirst();
        if (type.isEmpty()) {
            findings.note("OBJECT_TYPE_UNKNOWN", object.objectId(), "type", written, "object", object.objectId());
            return;
        }
        typeOf.put(object.featureId(), type.get());
        if (type.get().as() == Made.OUTLINE) {
            outlines.add(object);
        } else {
            zones.put(object, ZoneKind.valueOf(type.get().as().name()));
        }
    }

    private static String plain(String type) {
        return type.toLowerCase(Locale.ROOT)
                .replace("aa", "a")
                .replace("å", "a")
                .replace("ø", "o")
                .replaceAll("\\(.*\\)|[^a-zæ]", "");
    }

    /** The plan's own areas. */
    List<DeliveredObject> outlines() {
        return outlines;
    }

    /** The kind of plan its object types belong to; null where none says. */
    @Nullable
    Family family() {
        return typeOf.values().stream()
                .collect(Collectors.groupingBy(ObjectType::plan, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** The features whose union is the plan's area: outlines on the ground, else any, else the zones. */
    List<Long> outline() {
        var onGround = outlines.stream().filter(o -> level(o, GROUND) == GROUND).toList();
        var from = !onGround.isEmpty() ? onGround : !outlines.isEmpty() ? outlines : new ArrayList<>(zones.keySet());
        return from.stream().map(DeliveredObject::featureId).toList();
    }

    /** @param adopted the date its codes must be valid on */
    List<Zone> read(Level level, LocalDate adopted) {
        if (outlines.isEmpty() && level != Level.INPUT && !zones.isEmpty()) {
            findings.note("OUTLINE_MISSING", zones.keySet().iterator().next().objectId());
        }
        var ground = levelOfPlan();
        List<Zone> read = new ArrayList<>();
        zones.forEach((object, kind) -> read.add(new Zone(
                object.featureId(),
                object.objectId(),
                kind,
                code(object, kind),
                object.get("useStatus"),
                level(object, ground),
                Objects.requireNonNullElse(object.get("zoneName"), ""))));
        checkCodes(read, level, adopted);
        checkUse(read, level);
        return List.copyOf(read);
    }

    private static String code(DeliveredObject object, ZoneKind kind) {
        var code = switch (kind) {
            case PURPOSE -> object.get("purposeCode");
            case CONSIDERATION -> object.get("considerationCode");
            case PROVISION -> null;
        };
        return code == null ? "" : code.strip();
    }

    /** The vertical level of zones that do not state one: the plan's, where its outlines have one and the same. */
    private int levelOfPlan() {
        var levels = outlines.stream().map(o -> level(o, GROUND)).distinct().toList();
        if (levels.size() > 1) {
            zones.keySet().stream()
                    .filter(zone -> zone.get("verticalLevel") == null)
                    .findFirst()
                    .ifPresent(zone -> findings.note("VERTICAL_MISSING", zone.objectId(), "object", zone.objectId()));
        }
        return levels.size() == 1 ? levels.getFirst() : GROUND;
    }

    private int level(DeliveredObject object, int otherwise) {
        var stated = object.get("verticalLevel");
        if (stated == null) {
            return otherwise;
        }
        if (codes.verticalLevels().stream().noneMatch(c -> c.code().equals(stated.strip()))) {
            findings.fault("VERTICAL_BAD", object.objectId(), "value", stated);
            return otherwise;
        }
        return Integer.parseInt(stated.strip());
    }

    /** Once for each code and what is wrong with it, so that a wrong code in a thousand zones is one note. */
    private void checkCodes(List<Zone> read, Level level, LocalDate adopted) {
        Map<String, List<Zone>> wrong = new LinkedHashMap<>();
        for (var zone : read) {
            wrong(zone, level, adopted)
                    .ifPresent(what -> wrong.computeIfAbsent(what + " " + zone.code(), key -> new ArrayList<>())
                            .add(zone));
        }
        wrong.forEach((key, zones) -> {
            var first = zones.getFirst();
            findings.note(
                    key.substring(0, key.indexOf(' ')),
                    first.zone(),
                    "code",
                    first.code(),
                    "name",
                    codes.nameOf(first.kind(), first.code(), level).nb(),
                    "nameEn",
                    codes.nameOf(first.kind(), first.code(), level).en(),
                    "count",
                    zones.size(),
                    "object",
                    first.zone(),
                    "date",
                    adopted);
        });
    }

    private Optional<String> wrong(Zone zone, Level level, LocalDate adopted) {
        if (zone.kind() == ZoneKind.PROVISION) {
            return Optional.empty();
        }
        if (zone.code().isEmpty()) {
            return level == Level.INPUT ? Optional.empty() : Optional.of("CODE_MISSING");
        }
        if (isOldAct(zone)) {
            return Optional.of("CODE_OLD_ACT");
        }
        var code = zone.kind() == ZoneKind.PURPOSE
                ? codes.purpose(zone.code(), level)
                : codes.consideration(zone.code(), level);
        var family = Family.of(level);
        return code.isEmpty()
                ? Optional.of("CODE_UNKNOWN")
                : family != null && !code.get().lists().contains(family)
                        ? Optional.of("CODE_OTHER_LIST")
                        : validity(code.get(), adopted);
    }

    private static Optional<String> validity(Code code, LocalDate adopted) {
        return code.expired()
                ? Optional.of("CODE_EXPIRED")
                : code.validOn(adopted) ? Optional.empty() : Optional.of("CODE_NOT_VALID");
    }

    private boolean isOldAct(Zone zone) {
        var type = typeOf.get(zone.featureId());
        return type != null && type.oldAct();
    }

    /** Existing or future is asked of a municipal plan's purposes; without it nobody knows what is new. */
    private void checkUse(List<Zone> read, Level level) {
        var known = codes.useStatuses().stream().map(Code::code).toList();
        var purposes = read.stream().filter(z -> z.kind() == ZoneKind.PURPOSE).toList();
        var missing = purposes.stream().filter(z -> z.useStatus() == null).toList();
        if (!missing.isEmpty() && Family.of(level) == Family.KOMMUNEPLAN) {
            var first = missing.getFirst().zone();
            findings.note("USE_STATUS_MISSING", first, "count", missing.size(), "object", first);
        }
        var strange = purposes.stream()
                .filter(z -> z.useStatus() != null && !known.contains(z.useStatus()))
                .toList();
        if (!strange.isEmpty()) {
            var first = strange.getFirst();
            findings.note(
                    "USE_STATUS_UNKNOWN",
                    first.zone(),
                    "value",
                    String.valueOf(first.useStatus()),
                    "count",
                    strange.size(),
                    "object",
                    first.zone());
        }
    }
}
