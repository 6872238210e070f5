package no.arealkompass.plan;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.dataset.Followed.Fault;
import no.arealkompass.plan.PlanDraft.Said;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * Makes plan versions of a delivery's areas, one for each plan in it. What is missing or does not agree is a fault that
 * names the object, or a note where the plan can be used all the same.
 */
final class TakeOver {
    private static final int LONGEST_IDENTIFICATION = 80;

    private final PlanCodes codes;
    private final String sender;
    private final LocalDate today;
    private final List<String> region;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> notes = new ArrayList<>();
    private final List<PlanDraft> drafts = new ArrayList<>();

    private TakeOver(PlanCodes codes, String sender, LocalDate today, List<String> region) {
        this.codes = codes;
        this.sender = sender;
        this.today = today;
        this.region = region;
    }

    /** What came of a delivery; with any fault nothing is to be stored. */
    record Result(List<PlanDraft> drafts, List<Fault> faults, List<Fault> notes) {}

    /** @param region numbers of the municipalities of the region; plans of others are taken over, and it is said */
    static Result read(
            List<DeliveredObject> objects, PlanCodes codes, String sender, LocalDate today, List<String> region) {
        var takeOver = new TakeOver(codes, sender, today, region);
        Map<String, List<DeliveredObject>> byPlan = new LinkedHashMap<>();
        objects.forEach(object ->
                byPlan.computeIfAbsent(key(object), key -> new ArrayList<>()).add(object));
        byPlan.values().forEach(takeOver::plan);
        return new Result(takeOver.drafts, takeOver.faults, takeOver.notes);
    }

    private static String key(DeliveredObject object) {
        return municipality(object) + " " + Objects.requireNonNullElse(object.get("planId"), "");
    }

    /** Four digits; a leading zero is lost where the number went through a number field. */
    private static String municipality(DeliveredObject object) {
        var text = Objects.requireNonNullElse(object.get("municipality"), "").strip();
        return text.matches("[0-9]{3}") ? "0" + text : text;
    }

    /** What is found about one plan, under its name. */
    final class Findings {
        private final String plan;
        private final List<Said> said = new ArrayList<>();
        private boolean refused;

        private Findings(String plan) {
            this.plan = plan;
        }

        void fault(String code, String objectId, Object... args) {
            refused = true;
            faults.add(words(code, objectId, named(args)));
        }

        void note(String code, String objectId, Object... args) {
            said.add(new Said(code, named(args), objectId));
            notes.add(words(code, objectId, named(args)));
        }

        /** What is only to be known now, because it is said of the version again whenever it is read. */
        void now(PlanNote note) {
            notes.add(new Fault("", prefixed(note.text()), note.remedy()));
        }

        boolean refused() {
            return refused;
        }

        List<Said> said() {
            return List.copyOf(said);
        }

        private Fault words(String code, String objectId, Map<String, String> args) {
            return new Fault(objectId, prefixed(Words.text(code, args)), Words.remedy(code, args));
        }

        private Text prefixed(Text text) {
            return plan.isEmpty()
                    ? text
                    : new Text("Plan " + plan + ": " + text.nb(), "Plan " + plan + ": " + text.en());
        }

        private static Map<String, String> named(Object... args) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < args.length; i += 2) {
                named.put(String.valueOf(args[i]), String.valueOf(args[i + 1]));
            }
            return named;
        }
    }

    private void plan(List<DeliveredObject> objects) {
        var first = objects.getFirst();
        var municipality = municipality(first);
        var identification = Objects.requireNonNullElse(first.get("planId"), "").strip();
        var findings = new Findings(
                municipality.isEmpty() || identification.isEmpty() ? "" : municipality + "-" + identification);
        if (!key(municipality, identification, objects, findings)) {
            return;
        }
        var zones = new ZoneReader(codes, objects, findings);
        var delivered = new Delivered(zones.outlines(), objects, findings);
        var typeCode = delivered.text("planType");
        var status = delivered.text("planStatus");
        var stated = delivered.text("stage");
        boolean input = typeCode == null && Stage.INPUT.name().equalsIgnoreCase(stated);
        var level = input ? Level.INPUT : level(typeCode, zones.family(), first, findings);
        var stage = stage(level, stated, status, first, findings);
        var inForceFrom = delivered.date("inForceFrom");
        var decidedOn = delivered.date("decidedOn");
        var name = delivered.text("planName");
        if (name == null) {
            findings.note("NAME_MISSING", first.objectId());
        }
        var read = zones.read(level, inForceFrom != null ? inForceFrom : decidedOn != null ? decidedOn : today);
        if (read.isEmpty() && zones.outlines().isEmpty()) {
            findings.fault("NO_ZONES", first.objectId());
            return;
        }
        if (!region.contains(municipality)) {
            findings.note("OUTSIDE_REGION", first.objectId(), "municipality", municipality);
        }
        var draft = new PlanDraft(
                municipality,
                identification,
                name == null ? identification : name.strip(),
                level,
                typeCode,
                stage,
                status == null ? null : status.strip(),
                inForceFrom,
                delivered.date("inForceTo"),
                decidedOn,
                delivered.date("announcedOn"),
                sender,
                zones.outline(),
                !zones.outlines().isEmpty(),
                read,
                findings.said());
        if (!findings.refused()) { // what follows from a fault is noise
            statusNotes(draft).forEach(findings::now);
        }
        drafts.add(draft);
    }

    private static boolean key(
            String municipality, String identification, List<DeliveredObject> objects, Findings findings) {
        var object = objects.getFirst().objectId();
        if (municipality.isEmpty()) {
            findings.fault("MUNICIPALITY_MISSING", object, "count", objects.size());
        } else if (!municipality.matches("[0-9]{4}")) {
            findings.fault("MUNICIPALITY_BAD", object, "value", municipality);
        }
        if (identification.isEmpty()) {
            findings.fault("PLAN_ID_MISSING", object, "count", objects.size());
        } else if (identification.length() > LONGEST_IDENTIFICATION || !identification.matches("[^@~\\s\\p{Cntrl}]+")) {
            findings.fault("PLAN_ID_BAD", object, "value", identification);
        } else if (municipality.matches("[0-9]{4}")) {
            return true;
        }
        return false;
    }

    /** From the plan type; else from the family of its object types; areas that say neither are loose inputs. */
    private Level level(@Nullable String typeCode, @Nullable Family family, DeliveredObject first, Findings findings) {
        var stated = codes.types().stream()
                .filter(type -> type.code().equals(typeCode == null ? "" : typeCode.strip()))
                .findFirst()
                .map(PlanCodes.Type::level)
                .orElse(null);
        if (stated != null) {
            if (family != null && family != Family.of(stated)) {
                findings.note("TYPE_AGAINST_OBJECTS", first.objectId(), "type", String.valueOf(typeCode));
            }
            return stated;
        }
        if (typeCode != null) {
            findings.note("TYPE_UNKNOWN", first.objectId(), "type", typeCode);
        } else if (family != null) {
            findings.note("TYPE_MISSING", first.objectId());
        }
        return family == null ? Level.INPUT : family == Family.KOMMUNEPLAN ? Level.MUNICIPAL : Level.DETAILED;
    }

    private static Stage stage(
            Level level, @Nullable String stated, @Nullable String status, DeliveredObject first, Findings findings) {
        if (level == Level.INPUT) {
            if (stated != null && !stated.equalsIgnoreCase(Stage.INPUT.name())) {
                findings.note("LOOSE_AREAS", first.objectId());
            }
            return Stage.INPUT;
        }
        if (stated != null) {
            for (var stage : Stage.values()) {
                if (stage.name().equals(stated.strip().toUpperCase(Locale.ROOT))) {
                    return stage;
                }
            }
            findings.fault("STAGE_BAD", first.objectId(), "value", stated);
            return Stage.PROPOSAL;
        }
        if (status == null || !status.strip().matches("[1-8]")) {
            findings.fault("STAGE_MISSING", first.objectId());
            return Stage.PROPOSAL;
        }
        // A proposal may not be public yet; only whoever delivers it knows whether it is on hearing.
        return status.strip().compareTo("3") < 0 ? Stage.PROPOSAL : Stage.ADOPTED;
    }

    private List<PlanNote> statusNotes(PlanDraft draft) {
        var version = new PlanVersion(
                0,
                draft.plan(),
                draft.municipality(),
                draft.identification(),
                1,
                draft.name(),
                draft.level(),
                draft.typeCode(),
                draft.stage(),
                draft.statusCode(),
                draft.inForceFrom(),
                draft.inForceTo(),
                draft.decidedOn(),
                draft.announcedOn(),
                draft.sender(),
                draft.zones().size(),
                0,
                draft.outlineStated(),
                false,
                0,
                today.atStartOfDay(ZoneOffset.UTC).toInstant(),
                List.of());
        return StatusReader.read(version, today).notes();
    }
}
