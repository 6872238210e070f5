package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.arealkompass.dataset.DeliveredPlanRepository.FoundPlan;
import no.arealkompass.dataset.Examination.DeliveredPlan;
import no.arealkompass.dataset.Examination.Question;
import no.arealkompass.dataset.Examiner.Look;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which plans a delivery holds, what must be asked about them, and how a sender's fields were mapped before. */
@Component
final class PlanDesk {
    private static final int SHOWN = 200;

    /** Many file names begin or go on with the number of the municipality and of the plan. */
    private static final Pattern IN_A_NAME = Pattern.compile("(?<!\\d)(\\d{4})[_-](\\d[\\w-]*?)(?=[_.])");

    private final Catalogue catalogue;
    private final DeliveredPlanRepository plans;

    PlanDesk(Catalogue catalogue, DeliveredPlanRepository plans) {
        this.catalogue = catalogue;
        this.plans = plans;
    }

    /** Once all areas are staged: gives them their plans, and asks what is still not known. */
    void settle(Look look) {
        plans.gather();
        List<FoundPlan> inFile = plans.found(SHOWN);
        PlanChoices said = look.said().plan();
        plans.say(said);
        List<FoundPlan> now = plans.found(SHOWN);
        List<String> missing = missing(now, said);
        if (!missing.isEmpty() && !now.isEmpty()) {
            look.findings().ask(Question.PLAN);
            if (look.request().keep()) { // nobody waits to be asked
                look.findings().add(new FileIssue("PLAN_MISSING", true, Map.of("missing", String.join(", ", missing))));
            }
        }
        if (inFile.size() == 1) {
            differences(inFile.getFirst(), said).forEach(look.findings()::add);
        }
        List<DeliveredPlan> told = now.stream()
                .map(plan -> new DeliveredPlan(
                        plan.municipality(),
                        plan.planId(),
                        plan.planName(),
                        plan.stage(),
                        plan.status(),
                        plan.objects()))
                .toList();
        look.findings().plan(new Examination.Plan(told, suggested(look, inFile, said), missing));
    }

    private static List<String> missing(List<FoundPlan> plans, PlanChoices said) {
        List<String> missing = new ArrayList<>();
        if (plans.stream().anyMatch(plan -> plan.municipality() == null)) {
            missing.add("municipality");
        }
        if (plans.stream().anyMatch(plan -> plan.planId() == null)) {
            missing.add("planId");
        }
        if (plans.size() == 1 && plans.getFirst().planName() == null) { // of several, each may be called by its number
            missing.add("planName");
        }
        if (plans.stream().anyMatch(plan -> plan.withoutStage() > 0)) {
            missing.add("stage");
        }
        if (said.sender() == null) {
            missing.add("sender");
        }
        return missing;
    }

    private static List<FileIssue> differences(FoundPlan file, PlanChoices said) {
        List<FileIssue> notes = new ArrayList<>();
        differs("municipality", file.municipality(), said.municipality()).ifPresent(notes::add);
        differs("planId", file.planId(), said.planId()).ifPresent(notes::add);
        differs("planName", file.planName(), said.planName()).ifPresent(notes::add);
        differs("stage", file.stage(), said.stage()).ifPresent(notes::add);
        return notes;
    }

    private static Optional<FileIssue> differs(String property, @Nullable String file, @Nullable String said) {
        return file == null || said == null || file.equals(said)
                ? Optional.empty()
                : Optional.of(new FileIssue(
                        "PLAN_AGAINST_FILE", false, Map.of("property", property, "file", file, "said", said)));
    }

    /** What would be a likely answer: what is said, else what the file says, else what its name may mean. */
    private PlanChoices suggested(Look look, List<FoundPlan> inFile, PlanChoices said) {
        FoundPlan only = inFile.size() == 1 ? inFile.getFirst() : null;
        Matcher name = IN_A_NAME.matcher(look.request().fileName());
        boolean named = name.find() && only != null;
        String municipality =
                first(said.municipality(), only == null ? null : only.municipality(), named ? name.group(1) : null);
        return new PlanChoices(
                municipality,
                first(said.planId(), only == null ? null : only.planId(), named ? name.group(2) : null),
                first(said.planName(), only == null ? null : only.planName(), only == null ? null : layerName(look)),
                first(said.stage(), only == null ? null : only.stage(), only == null ? null : stage(only.status())),
                first(said.sender(), municipalityName(municipality), null));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String two, @Nullable String three) {
        return one != null ? one : two != null ? two : three;
    }

    private static @Nullable String stage(@Nullable String status) {
        return status == null ? null : status.equals("1") || status.equals("2") ? "proposal" : "adopted";
    }

    /** A file with one layer that bears no object type may bear the name of the plan. */
    private static @Nullable String layerName(Look look) {
        List<Layer> layers = look.file().layers();
        String name = layers.getFirst().name();
        boolean ours = name.equals(Workspace.COPY) || !PlanTypes.of(name).isEmpty();
        return layers.size() == 1 && look.file().format() == Format.GEOJSON && !ours ? name : null;
    }

    private @Nullable String municipalityName(@Nullable String number) {
        return catalogue.region().municipalities().stream()
                .filter(municipality -> municipality.number().equals(number))
                .map(municipality -> municipality.name() + " kommune")
                .findFirst()
                .orElse(null);
    }

    /** A sender known from before has its mapping back, as far as this file has the fields. */
    Map<String, @Nullable String> remembered(Dataset dataset, Source source, Choices said, ForeignFile file) {
        String sender = said.plan().sender();
        if (sender == null || !said.mapping().isEmpty()) {
            return Map.of();
        }
        Map<String, @Nullable String> usable = new LinkedHashMap<>();
        plans.remembered(sender, dataset.id(), source.id()).orElse(Map.of()).forEach((ours, theirs) -> {
            boolean has = theirs == null
                    || file.layers().stream().anyMatch(layer -> layer.fields().contains(theirs));
            boolean known =
                    ours.equals(Choices.OBJECT_ID) || dataset.properties().containsKey(ours);
            if (has && known) {
                usable.put(ours, theirs);
            }
        });
        return usable;
    }

    /** Keeps the mapping of a delivery that came in, for the next one of its sender. */
    void remember(Choices choices, String by) {
        String sender = choices.plan().sender();
        if (sender != null && !choices.mapping().isEmpty()) {
            plans.remember(
                    sender,
                    Objects.requireNonNull(choices.dataset()),
                    Objects.requireNonNull(choices.source()),
                    choices.mapping(),
                    by);
        }
    }
}
