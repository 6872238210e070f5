package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.arealkompass.dataset.Chooser.Target;
import no.arealkompass.dataset.Examination.Mapped;
import no.arealkompass.dataset.Examiner.Look;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/** How each of our properties is filled from a file, with some values, for whoever is to judge the mapping. */
final class MappingTold {
    /** How many values are shown of a field. */
    static final int SAMPLES = 3;

    private MappingTold() {}

    static void tell(Look look, Target target, Map<String, Set<String>> samples) {
        List<Mapped> mapped = new ArrayList<>();
        Source source = target.source();
        List<String> fields = look.layer().fields();
        mapped.add(mapped(
                Choices.OBJECT_ID,
                new Text("Objektets id", "Id of the object"),
                !source.objectId().isEmpty() && !FieldNames.several(source.objectId()),
                source.objectId().isEmpty() ? null : theirs(source.objectId(), fields),
                samples));
        target.dataset().properties().forEach((name, property) -> {
            Source.Field field = source.mapping().get(name);
            String theirs = field == null ? null : theirs(field.from(), fields);
            mapped.add(mapped(name, property.name(), property.required(), theirs, samples));
        });
        Set<String> used = Mapping.used(source, look.layer().fields());
        List<String> unused = used.contains(Source.Field.ALL)
                ? List.of()
                : look.layer().fields().stream().filter(f -> !used.contains(f)).toList();
        look.findings().mapping(mapped, unused);
    }

    /** The field that is meant; of several names those the file has, or null. */
    private static @Nullable String theirs(String from, List<String> fields) {
        if (!FieldNames.several(from)) {
            return from;
        }
        List<String> places = FieldNames.places(from, fields).stream()
                .map(FieldNames.Place::toString)
                .toList();
        return places.isEmpty() ? null : String.join(" | ", places);
    }

    private static Mapped mapped(
            String property, Text name, boolean required, @Nullable String field, Map<String, Set<String>> samples) {
        return new Mapped(property, name, required, field, field == null ? List.of() : sampled(field, samples));
    }

    private static List<String> sampled(String field, Map<String, Set<String>> samples) {
        return Stream.of(field.split(" \\| "))
                .flatMap(one -> samples.getOrDefault(one, Set.of()).stream())
                .distinct()
                .limit(SAMPLES)
                .toList();
    }
}
