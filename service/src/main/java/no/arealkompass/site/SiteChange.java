package no.arealkompass.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions of a site.
 *
 * @param what {@code name}, {@code kind}, {@code publication}, {@code footprint}, {@code schematic}, {@code areaKnown},
 *     {@code accuracyM}, {@code source}, {@code fact}, {@code part}, {@code scoredPart} or {@code media}
 * @param of id of the fact; empty for everything else that belongs to the whole site
 * @param part id of the part it belongs to; empty for the site itself
 * @param before a text, number, boolean or list of {@link Fact}; for shapes the area in dekar; null when there was none
 * @param after the same of the later version
 */
public record SiteChange(
        String what,
        String of,
        String part,
        @Nullable Object before,
        @Nullable Object after) {

    /** @param marks1 marks of the shapes, "" for the footprint: equal marks, equal shapes */
    static List<SiteChange> between(Site a, Map<String, String> marks1, Site b, Map<String, String> marks2) {
        var changes = new ArrayList<SiteChange>();
        add(changes, "name", a.name(), b.name());
        add(changes, "kind", a.kind(), b.kind());
        add(changes, "publication", a.publication(), b.publication());
        if (!Objects.equals(marks1.get(""), marks2.get(""))) {
            changes.add(new SiteChange("footprint", "", "", a.areaM2() / 1000, b.areaM2() / 1000));
        }
        add(changes, "schematic", a.schematic(), b.schematic());
        add(changes, "areaKnown", a.areaKnown(), b.areaKnown());
        add(changes, "accuracyM", a.accuracyM(), b.accuracyM());
        add(changes, "source", a.source(), b.source());
        add(changes, "scoredPart", id(a.scoredPart()), id(b.scoredPart()));
        add(changes, "media", urls(a), urls(b));
        facts(changes, "", a.facts(), b.facts());
        parts(changes, a, marks1, b, marks2);
        return changes;
    }

    private static @Nullable String id(@Nullable SitePart part) {
        return part == null ? null : part.id();
    }

    private static String urls(Site site) {
        return site.media().stream().map(m -> m.text() + ": " + m.url()).collect(Collectors.joining("; "));
    }

    private static void add(List<SiteChange> changes, String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new SiteChange(what, "", "", before, after));
        }
    }

    private static void facts(List<SiteChange> changes, String part, List<Fact> before, List<Fact> after) {
        var was = byId(before);
        var is = byId(after);
        var ids = new LinkedHashSet<>(was.keySet());
        ids.addAll(is.keySet());
        for (var id : ids) {
            if (!Objects.equals(was.get(id), is.get(id))) {
                changes.add(new SiteChange("fact", id, part, was.get(id), is.get(id)));
            }
        }
    }

    private static Map<String, List<Fact>> byId(List<Fact> facts) {
        return facts.stream().collect(Collectors.groupingBy(Fact::fact, LinkedHashMap::new, Collectors.toList()));
    }

    private static void parts(
            List<SiteChange> changes, Site a, Map<String, String> marks1, Site b, Map<String, String> marks2) {
        Map<String, SitePart> was = byPartId(a);
        Map<String, SitePart> is = byPartId(b);
        var ids = Stream.concat(was.keySet().stream(), is.keySet().stream())
                .distinct()
                .toList();
        for (var id : ids) {
            var before = was.get(id);
            var after = is.get(id);
            if (before == null || after == null) {
                changes.add(new SiteChange(
                        "part", "", id, before == null ? null : named(before), after == null ? null : named(after)));
                continue;
            }
            if (!named(before).equals(named(after))) {
                changes.add(new SiteChange("part", "", id, named(before), named(after)));
            }
            if (!Objects.equals(marks1.get(id), marks2.get(id))) {
                changes.add(new SiteChange("footprint", "", id, before.areaM2() / 1000, after.areaM2() / 1000));
            }
            facts(changes, id, before.facts(), after.facts());
        }
    }

    private static Map<String, SitePart> byPartId(Site site) {
        return site.parts().stream()
                .collect(Collectors.toMap(SitePart::id, Function.identity(), (x, y) -> x, LinkedHashMap::new));
    }

    private static Map<String, Object> named(SitePart part) {
        var status = part.status();
        return status == null
                ? Map.of("kind", part.kind(), "name", part.name())
                : Map.of("kind", part.kind(), "name", part.name(), "status", status);
    }
}
