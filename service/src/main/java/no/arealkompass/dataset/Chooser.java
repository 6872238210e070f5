package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.arealkompass.dataset.Examination.Objects;
import no.arealkompass.dataset.Examination.Question;
import no.arealkompass.dataset.Examination.Suggestion;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.Refused.FileIssue;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what a file is meant for and which layer of it is meant, from what is said, its name, layers and fields. */
@Component
final class Chooser {
    private static final int SUGGESTED = 6;
    private static final int BY_NAME = 100;
    private static final int BY_LAYER = 40;
    private static final int BY_FIELDS = 20;

    /** Names that only plans have; others that may mean the purpose, such as arealbruk, mean other things elsewhere. */
    private static final Pattern PURPOSE = Pattern.compile("(?i)(areal|regulerings)form");

    private final Catalogue catalogue;
    private final PlanDesk plans;

    Chooser(Catalogue catalogue, PlanDesk plans) {
        this.catalogue = catalogue;
        this.plans = plans;
    }

    /**
     * What was found out.
     *
     * @param said what was said, and what is clear without being said
     * @param target what the file is to fill; null while that is asked
     * @param layers the layer to read, or every one while it is asked which
     */
    record Chosen(
            Choices said,
            @Nullable Target target,
            List<Layer> layers,
            List<Suggestion> suggestions,
            Set<Question> questions,
            List<FileIssue> issues) {}

    /** @param source with the mapping of its fields as it is used for this file */
    record Target(Dataset dataset, Source source) {}

    /** A source and how well the file fits it. */
    private record Fit(Dataset dataset, Source source, int score, Text why) {
        Suggestion suggestion() {
            return new Suggestion(dataset.id(), source.id(), why);
        }
    }

    Chosen choose(ForeignFile file, String fileName, Choices said) {
        Set<Question> questions = EnumSet.noneOf(Question.class);
        List<FileIssue> issues = new ArrayList<>();
        List<Fit> fits = fits(file, fileName, said);
        Target target = target(fits, said).orElse(null);
        if (target == null) {
            questions.add(Question.DATASET);
        } else if (!target.source().available()) {
            issues.add(new FileIssue("NOT_IMPORTABLE", true, Map.of()));
        }
        Picked picked = pick(file, target, said, issues);
        if (picked.layer() == null && target != null) {
            questions.add(Question.LAYER);
        }
        Choices known = known(file, target, picked, said, issues);
        return new Chosen(
                known,
                target == null ? null : mapped(target, known, issues),
                picked.layer() == null ? file.layers() : List.of(picked.layer()),
                fits.stream().limit(SUGGESTED).map(Fit::suggestion).toList(),
                questions,
                issues);
    }

    private Choices known(
            ForeignFile file, @Nullable Target target, Picked picked, Choices said, List<FileIssue> issues) {
        Map<String, @Nullable String> mapping = said.mapping();
        PlanChoices plan = said.plan();
        if (target != null && target.dataset().role() == DatasetRole.PLANS) {
            Source source = target.source();
            plan = source.sample() && plan.sender() == null ? plan.sentBy(source.publisher()) : plan;
            Map<String, @Nullable String> remembered = plans.remembered(target.dataset(), source, said, file);
            if (!remembered.isEmpty()) {
                mapping = remembered;
                issues.add(new FileIssue(
                        "MAPPING_REMEMBERED",
                        false,
                        Map.of("sender", String.valueOf(plan.sender()), "fields", told(mapping))));
            }
        }
        return new Choices(
                target == null ? said.dataset() : target.dataset().id(),
                target == null ? said.source() : target.source().id(),
                picked.said(),
                said.crs(),
                mapping,
                said.repairs(),
                said.sites(),
                plan);
    }

    private static String told(Map<String, @Nullable String> mapping) {
        return String.join(
                ", ",
                mapping.entrySet().stream()
                        .map(one -> one.getKey() + " ← " + (one.getValue() == null ? "–" : one.getValue()))
                        .toList());
    }

    private static Target mapped(Target target, Choices said, List<FileIssue> issues) {
        for (String ours : said.mapping().keySet()) {
            if (!ours.equals(Choices.OBJECT_ID)
                    && !target.dataset().properties().containsKey(ours)) {
                issues.add(new FileIssue(
                        "NO_SUCH_PROPERTY",
                        true,
                        Map.of(
                                "property",
                                ours,
                                "has",
                                String.join(", ", target.dataset().properties().keySet()))));
                return target;
            }
        }
        return new Target(target.dataset(), target.source().mapped(said.mapping()));
    }

    private Optional<Target> target(List<Fit> fits, Choices said) {
        if (said.dataset() != null && said.source() != null) {
            Dataset dataset = catalogue.dataset(said.dataset()).orElseThrow();
            return Optional.of(new Target(dataset, dataset.source(said.source()).orElseThrow()));
        }
        if (said.dataset() != null) {
            Dataset dataset = catalogue.dataset(said.dataset()).orElseThrow();
            // What is made up is never guessed: only its own file name tells of it.
            List<Source> usable = dataset.sources().stream()
                    .filter(source -> source.available() && !source.sample())
                    .toList();
            if (usable.size() == 1) {
                return Optional.of(new Target(dataset, usable.getFirst()));
            }
        }
        boolean clear = !fits.isEmpty()
                && fits.getFirst().score() >= BY_FIELDS
                && (fits.size() == 1 || fits.get(1).score() < fits.getFirst().score());
        return clear
                ? Optional.of(
                        new Target(fits.getFirst().dataset(), fits.getFirst().source()))
                : Optional.empty();
    }

    /** The sources the file may be one of, the likeliest first. */
    private List<Fit> fits(ForeignFile file, String fileName, Choices said) {
        List<Layer> layers = file.layers().stream()
                .filter(layer -> said.layer() == null || layer.name().equals(said.layer()))
                .toList();
        return catalogue.datasets().stream()
                .filter(dataset -> dataset.role() != DatasetRole.DERIVED)
                .filter(dataset -> said.dataset() == null || dataset.id().equals(said.dataset()))
                .flatMap(dataset -> dataset.sources().stream()
                        .filter(source -> source.available()
                                && (said.source() == null || source.id().equals(said.source())))
                        .map(source -> fit(dataset, source, layers, fileName)))
                .filter(fit -> fit.score() > 0)
                .sorted(Comparator.comparing(Fit::score).reversed())
                .toList();
    }

    private static Fit fit(Dataset dataset, Source source, List<Layer> layers, String fileName) {
        int score = 0;
        List<Text> why = new ArrayList<>();
        if (dataset.role() == DatasetRole.PLANS && !source.sample() && holdsPlans(source, layers)) {
            score += BY_LAYER - dataset.sources().indexOf(source); // the order of the description is the preference
            why.add(new Text("objekttyper og felt fra SOSI Plan", "object types and fields of SOSI Plan"));
        }
        if (!source.file().isEmpty() && source.file().equalsIgnoreCase(fileName)) {
            score += BY_NAME;
            why.add(new Text("filnavnet", "the file's name"));
        }
        boolean named = !source.layer().isEmpty()
                && layers.stream().anyMatch(layer -> layer.name().equals(source.layer()));
        if (named) {
            score += BY_LAYER;
            why.add(new Text("laget «" + source.layer() + "»", "the layer “" + source.layer() + "”"));
        }
        Set<String> wanted = new HashSet<>(Mapping.used(source));
        wanted.removeAll(List.of("", Source.Field.ALL));
        if (wanted.size() > 1
                && layers.stream().anyMatch(layer -> layer.fields().containsAll(wanted))) {
            score += BY_FIELDS + wanted.size();
            String fields = String.join(", ", wanted.stream().sorted().toList());
            why.add(new Text("feltene " + fields, "the fields " + fields));
        }
        return new Fit(dataset, source, score, reason(why));
    }

    /** Layers named after object types of plans, or a field for the purpose of the ground. */
    private static boolean holdsPlans(Source source, List<Layer> layers) {
        Source.Field purpose = source.mapping().get("purposeCode");
        return layers.stream()
                .anyMatch(layer -> !PlanTypes.of(layer.name()).isEmpty()
                        || (purpose != null
                                && FieldNames.places(purpose.from(), layer.fields()).stream()
                                        .anyMatch(place ->
                                                PURPOSE.matcher(place.field()).find())));
    }

    private static Text reason(List<Text> why) {
        String nb = String.join(", ", why.stream().map(Text::nb).toList());
        String en = String.join(", ", why.stream().map(Text::en).toList());
        return new Text("Passer etter " + nb + ".", "Fits by " + en + ".");
    }

    /**
     * The layer that is meant.
     *
     * @param layer null when it must be asked
     * @param said its name where a name was needed; it then belongs to what decided the version
     */
    private record Picked(@Nullable Layer layer, @Nullable String said) {}

    private static Picked pick(ForeignFile file, @Nullable Target target, Choices said, List<FileIssue> issues) {
        List<Layer> layers = file.layers();
        String has = String.join(", ", layers.stream().map(Layer::name).toList());
        if (layers.isEmpty()) {
            throw new Refused("NO_LAYER", Map.of("wanted", "", "has", has));
        }
        String wanted = said.layer() == null ? described(file, target) : said.layer();
        if (!wanted.isEmpty()) {
            Optional<Layer> named =
                    layers.stream().filter(layer -> layer.name().equals(wanted)).findFirst();
            if (named.isEmpty() && target != null) {
                issues.add(new FileIssue("NO_LAYER", true, Map.of("wanted", wanted, "has", has)));
            }
            return new Picked(named.orElse(null), said.layer());
        }
        if (target != null && target.dataset().role() == DatasetRole.PLANS) {
            return new Picked(PlanLayers.together(file), null);
        }
        if (layers.size() == 1) {
            return new Picked(layers.getFirst(), null);
        }
        if (target != null) {
            issues.add(new FileIssue("SEVERAL_LAYERS", true, Map.of("has", has)));
        }
        return new Picked(null, null);
    }

    /** The only layer that holds nothing but the kind of shape of the dataset, now that all were looked at. */
    static Optional<Layer> onlyFitting(List<Layer> layers, Dataset dataset, Map<String, Objects> objectsByLayer) {
        String kind = dataset.geometry() == GeometryKind.LINE
                ? "LINESTRING"
                : dataset.geometry().name();
        List<Layer> fitting = layers.stream()
                .filter(layer -> {
                    Set<String> types = objectsByLayer
                            .getOrDefault(layer.name(), Objects.NOTHING)
                            .byType()
                            .keySet();
                    return !types.isEmpty()
                            && types.stream()
                                    .allMatch(type ->
                                            type.replaceFirst("^MULTI", "").equals(kind));
                })
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** The layer the description of the source names, in the formats that keep the names of layers. */
    private static String described(ForeignFile file, @Nullable Target target) {
        boolean keepsNames = file.format() != Format.GEOJSON && file.format() != Format.CSV;
        return target == null || !keepsNames ? "" : target.source().layer();
    }
}
