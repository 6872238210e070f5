package no.arealkompass.present;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Region;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.present.FactLine.State;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Where;
import org.jspecify.annotations.Nullable;

/**
 * What is measured at a site in the map layers in use, in words. The questions are those that strategies ask, so that they
 * are answered already.
 */
final class MeasuredFacts {
    private static final double ROAD_M = 2000;
    private static final double RAIL_CAP_M = 10_000;
    private static final double LINE_CAP_M = 20_000;
    private static final String CAR = "kjoretid";
    private static final String LORRY = "kjoretidtungbil";
    private static final String PEOPLE = "arbeidskraft";
    private static final Metric PEOPLE_KNOWN = new Metric.Nearest(PEOPLE, Where.ALL, "innbyggere45min", ROAD_M);
    private static final Metric PEOPLE_AT_LEAST = new Metric.Nearest(PEOPLE, Where.ALL, "innbyggere45minMinst", ROAD_M);

    private static final Map<Field, Metric> ONE_EACH = new EnumMap<>(Map.ofEntries(
            Map.entry(Field.POWER_LINE, new Metric.Distance("kraftledning", Where.ALL, LINE_CAP_M)),
            Map.entry(Field.MAIN_ROAD, new Metric.Nearest(CAR, Where.ALL, "mainRoadM", ROAD_M)),
            Map.entry(Field.RAIL_DISTANCE, new Metric.Distance("jernbane", Where.ALL, RAIL_CAP_M)),
            Map.entry(Field.SLOPE, new Metric.Overlap("helning", new Where("klasse", List.of("under5")))),
            Map.entry(Field.FLOOD, new Metric.Overlap("flomsoner", new Where("sone", List.of("200klima")))),
            Map.entry(Field.QUICK_CLAY, new Metric.Overlap("kvikkleire", Where.ALL)),
            Map.entry(Field.BOG, new Metric.Overlap("myr", Where.ALL)),
            Map.entry(
                    Field.FARMLAND,
                    new Metric.Overlap("dyrketmark", new Where("arealtype", List.of("21", "22", "23")))),
            Map.entry(Field.HERITAGE, new Metric.Sum("kulturminner", new Where("vernetype", List.of("AUT")), "", 0)),
            Map.entry(Field.POLLUTED, new Metric.Overlap("forurensetgrunn", Where.ALL)),
            Map.entry(Field.PROTECTED_NATURE, new Metric.Overlap("naturvern", Where.ALL))));

    /** Where strategies ask the same ground otherwise, the answer belongs to the same field. */
    private static final Map<String, Field> BY_DATASET = Map.ofEntries(
            Map.entry("kraftledning", Field.POWER_LINE),
            Map.entry("jernbane", Field.RAIL_DISTANCE),
            Map.entry("helning", Field.SLOPE),
            Map.entry("flomsoner", Field.FLOOD),
            Map.entry("flomaktsomhet", Field.FLOOD),
            Map.entry("kvikkleire", Field.QUICK_CLAY),
            Map.entry("kvikkleireaktsomhet", Field.QUICK_CLAY),
            Map.entry("myr", Field.BOG),
            Map.entry("dyrketmark", Field.FARMLAND),
            Map.entry("dyrkbarjord", Field.FARMLAND),
            Map.entry("kulturminner", Field.HERITAGE),
            Map.entry("forurensetgrunn", Field.POLLUTED),
            Map.entry("naturvern", Field.PROTECTED_NATURE),
            Map.entry("naturtyper", Field.PROTECTED_NATURE));

    private final Layers layers;
    private final Language language;

    /**
     * The map layers in use.
     *
     * @param names dataset → its name in the reader's language
     * @param versions dataset_version.id → the version
     * @param remaining the strategies' question for usable area; null where none asks
     */
    record Layers(
            Region region,
            Map<String, String> names,
            Map<Long, DatasetVersion> versions,
            Metric.@Nullable Remaining remaining) {}

    MeasuredFacts(Layers layers, Language language) {
        this.layers = layers;
        this.language = language;
    }

    /** Every question that the chosen fields ask. */
    List<Metric> questions(Fields fields) {
        var questions = new ArrayList<Metric>();
        ONE_EACH.forEach((field, metric) -> {
            if (fields.has(field)) {
                questions.add(metric);
            }
        });
        for (var destination : layers.region().destinations()) {
            if (fields.has(Field.DRIVE_TIMES)) {
                questions.add(minutes(CAR, destination));
            }
            if (fields.has(Field.LORRY_TIMES)) {
                questions.add(minutes(LORRY, destination));
            }
        }
        if (fields.has(Field.WORKFORCE)) {
            questions.add(PEOPLE_KNOWN);
            questions.add(PEOPLE_AT_LEAST);
        }
        var remaining = layers.remaining();
        if (remaining != null && fields.has(Field.USABLE_AREA)) {
            questions.add(remaining);
        }
        return questions;
    }

    /** The field that tells what a metric asks; empty when none does. */
    static Optional<Field> fieldOf(Metric metric) {
        if (metric instanceof Metric.Own own) {
            return Field.ofFact(own.fact());
        }
        if (metric instanceof Metric.Remaining) {
            return Optional.of(Field.USABLE_AREA);
        }
        if (metric instanceof Metric.Nearest nearest) {
            return Optional.of(
                    nearest.dataset().equals(PEOPLE)
                            ? Field.WORKFORCE
                            : nearest.property().equals("mainRoadM") ? Field.MAIN_ROAD : Field.DRIVE_TIMES);
        }
        return metric.datasets().stream()
                .flatMap(dataset -> Optional.ofNullable(BY_DATASET.get(dataset)).stream())
                .findFirst();
    }

    /** The lines of a field; none for fields that nothing measures. */
    List<FactLine> of(Field field, Map<Metric, Measured> answers) {
        var title = language.text(field.title());
        var metric = ONE_EACH.get(field);
        return switch (field) {
            case USABLE_AREA ->
                layers.remaining() == null ? List.of() : List.of(line(field, title, layers.remaining(), answers));
            case DRIVE_TIMES ->
                layers.region().destinations().stream()
                        .map(to -> line(
                                field,
                                language.of("Til ", "To ") + language.text(to.name()),
                                minutes(CAR, to),
                                answers))
                        .toList();
            case WORKFORCE -> List.of(people(answers));
            default -> metric == null ? List.of() : List.of(line(field, title, metric, answers));
        };
    }

    /** The way to each destination, by car and by lorry as far as chosen. */
    List<Presentation.Distance> distances(Fields fields, Map<Metric, Measured> answers) {
        if (!fields.has(Field.DRIVE_TIMES) && !fields.has(Field.LORRY_TIMES)) {
            return List.of();
        }
        var nothing = FactLine.unknown(Field.DRIVE_TIMES, "", State.NOT_MAPPED, "");
        return layers.region().destinations().stream()
                .map(to -> {
                    var name = language.text(to.name());
                    var car = fields.has(Field.DRIVE_TIMES)
                            ? line(Field.DRIVE_TIMES, name, minutes(CAR, to), answers)
                            : nothing;
                    var lorry = fields.has(Field.LORRY_TIMES)
                            ? line(Field.LORRY_TIMES, name, minutes(LORRY, to), answers)
                            : nothing;
                    return new Presentation.Distance(
                            to.id(),
                            name,
                            car.value(),
                            car.number(),
                            lorry.value(),
                            lorry.number(),
                            car.origin().isEmpty() ? lorry.origin() : car.origin());
                })
                .toList();
    }

    private static Metric minutes(String dataset, Region.Destination to) {
        return new Metric.Nearest(dataset, Where.ALL, to.property(), ROAD_M);
    }

    /** Where the data end within the search, only a lower bound is known. */
    private FactLine people(Map<Metric, Measured> answers) {
        var label = language.of("Innbyggere innen 45 minutter", "Residents within 45 minutes");
        var known = line(Field.WORKFORCE, label, PEOPLE_KNOWN, answers);
        var atLeast = line(Field.WORKFORCE, label, PEOPLE_AT_LEAST, answers);
        return known.known() || !atLeast.known()
                ? known
                : named(atLeast, language.of("minst ", "at least ") + atLeast.value());
    }

    private static FactLine named(FactLine line, String value) {
        return new FactLine(
                line.key(),
                line.label(),
                value,
                line.state(),
                line.number(),
                line.unit(),
                line.code(),
                line.basis(),
                line.statedBy(),
                line.on(),
                line.source(),
                line.url(),
                line.origin(),
                line.note());
    }

    private FactLine line(Field field, String label, Metric metric, Map<Metric, Measured> answers) {
        var measured = answers.get(metric);
        if (measured == null) {
            return FactLine.unknown(field, label, State.NOT_MAPPED, notMapped());
        }
        if (measured.found() instanceof Amount(double value)) {
            var read = measured.versions().stream()
                    .flatMap(id -> Optional.ofNullable(layers.versions().get(id)).stream())
                    .toList();
            return new FactLine(
                    field.key(),
                    label,
                    value(metric, value, measured.coarse()),
                    State.KNOWN,
                    value,
                    unit(metric),
                    "",
                    "measured",
                    publishers(read),
                    asOf(read),
                    sources(read),
                    "",
                    origin(read),
                    note(read));
        }
        var reason = measured.found() instanceof NotCovered none ? none.reason() : Reason.NO_VALUE;
        return reason == Reason.NOT_STATED
                ? FactLine.unknown(field, label, State.NOT_STATED, language.of("ikke oppgitt", "not stated"))
                : FactLine.unknown(field, label, State.NOT_MAPPED, why(metric));
    }

    private String why(Metric metric) {
        return metric instanceof Metric.Nearest
                ? language.of(
                        "ikke beregnet: vegnettet i kartdataene rekker ikke dit",
                        "not computed: the mapped roads do not reach there")
                : notMapped();
    }

    private String notMapped() {
        return language.of("ikke kartlagt", "not mapped");
    }

    private String value(Metric metric, double value, boolean coarse) {
        var none = language.of("ingen registrert", "none registered")
                + (coarse
                        ? language.of(", men kilden utelater små objekter", ", but the source leaves out small objects")
                        : "");
        return switch (metric) {
            case Metric.Overlap overlap when value == 0 && !overlap.dataset().equals("helning") -> none;
            case Metric.Overlap overlap
            when overlap.dataset().equals("helning") ->
                language.of("%s av området er slakere enn 5 prosent", "%s of the site is gentler than 5 per cent")
                        .formatted(language.amount(value, "share"));
            case Metric.Overlap overlap -> language.amount(value, "share") + language.of(" av området", " of the site");
            case Metric.Sum sum when value == 0 -> none;
            case Metric.Distance near
            when value >= near.capM() -> language.of("mer enn ", "more than ") + language.distance(near.capM());
            case Metric.Distance near when value == 0 -> language.of("på området", "on the site");
            default -> language.amount(value, unit(metric));
        };
    }

    private static String unit(Metric metric) {
        return switch (metric) {
            case Metric.Distance near -> "m";
            case Metric.Overlap overlap -> "share";
            case Metric.Remaining rest -> "daa";
            case Metric.Nearest nearest when nearest.property().endsWith("Min") -> "min";
            case Metric.Nearest nearest when nearest.property().endsWith("M") -> "m";
            default -> "count";
        };
    }

    private static String publishers(List<DatasetVersion> read) {
        return read.stream().map(v -> v.source().publisher()).distinct().collect(Collectors.joining(", "));
    }

    /** The oldest of them: nothing is newer than what it rests on. */
    private static String asOf(List<DatasetVersion> read) {
        return read.stream()
                .map(v -> v.source().asOf())
                .filter(on -> !on.isEmpty())
                .sorted()
                .findFirst()
                .orElse("");
    }

    private String sources(List<DatasetVersion> read) {
        return read.stream()
                .map(v -> language.of("%s, versjon %d", "%s, version %d")
                        .formatted(layers.names().getOrDefault(v.dataset(), v.dataset()), v.version()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String origin(List<DatasetVersion> read) {
        var on = asOf(read);
        return language.of("Målt i kartdata: ", "Measured in map data: ")
                + sources(read)
                + (on.isEmpty() ? "" : " (" + language.date(on) + ")");
    }

    private String note(List<DatasetVersion> read) {
        return read.stream().anyMatch(DatasetVersion::sample)
                ? language.of("Skjematiske prøvedata", "Schematic sample data")
                : "";
    }
}
