package no.arealkompass.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import no.arealkompass.access.Caller;
import no.arealkompass.site.ChangeSet.Change;
import no.arealkompass.site.ChangeSet.Conflict;
import no.arealkompass.site.ChangeSet.Difference;
import no.arealkompass.site.ChangeSet.Fault;
import no.arealkompass.site.ChangeSet.Kind;
import no.arealkompass.site.SiteChangesRepository.Delivered;
import no.arealkompass.site.SiteChangesRepository.Outlines;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds a delivery of exported sites against the sites in use, and takes what is chosen: the way back of an export. Runs
 * in the transaction of the import, which a dry run takes back, so that what is shown is what would be stored.
 */
@Component
class SiteChanges {
    static final Text NOT_OWN = new Text(
            "Området ligger helt eller delvis i en kommune du ikke handler for, eller id-en er i bruk der.",
            "The site lies wholly or partly in a municipality you do not act for, or its id is in use there.");
    static final Text NOT_OWN_REMEDY = new Text(
            "Ta det ut av filen, eller be den kommunen eller administratoren levere det.",
            "Take it out of the file, or ask that municipality or the administrator to deliver it.");

    private final SiteRepository sites;
    private final SiteChangesRepository deliveries;
    private final SiteEditor editor;
    private final FactCatalogue catalogue;
    private final SiteColumns columns;

    SiteChanges(SiteRepository sites, SiteChangesRepository deliveries, SiteEditor editor, FactCatalogue catalogue) {
        this.sites = sites;
        this.deliveries = deliveries;
        this.editor = editor;
        this.catalogue = catalogue;
        this.columns = new SiteColumns(catalogue);
    }

    /** @param chosen ids of the sites to take; null = every site that nobody changed meanwhile */
    ChangeSet take(Caller caller, long datasetVersionId, @Nullable List<String> chosen) {
        var changes = new ArrayList<Change>();
        var faults = new ArrayList<Fault>();
        var unknown = new TreeSet<String>();
        for (var row : deliveries.delivered(datasetVersionId)) {
            var before = sites.find(row.id());
            var read = columns.read(
                    row.columns(),
                    before.map(site -> SiteColumns.keyed(site.facts())).orElse(Map.of()));
            unknown.addAll(read.unknown());
            var outlines = before.map(site -> deliveries.outlines(row.featureId(), site.versionId()));
            var change = change(row, read, before, outlines, chosen);
            changes.add(change);
            if (change.chosen()) {
                var draft = draft(row, read, before, outlines);
                var found = faults(row.id(), read, draft);
                faults.addAll(found);
                if (found.isEmpty() && !editor.own(caller, row.id(), draft)) {
                    faults.add(new Fault(row.id(), NOT_OWN, NOT_OWN_REMEDY));
                } else if (found.isEmpty()) {
                    editor.save(caller, row.id(), before.map(Site::version).orElse(null), draft);
                }
            }
        }
        return new ChangeSet(changes, unknown, faults);
    }

    private Change change(
            Delivered row,
            SiteColumns.Row read,
            Optional<Site> before,
            Optional<Outlines> outlines,
            @Nullable List<String> chosen) {
        if (before.isEmpty()) {
            boolean taken = chosen == null || chosen.contains(row.id());
            return new Change(row.id(), or(read.name(), row.id()), Kind.NEW, List.of(), null, taken);
        }
        var site = before.get();
        var differences = differences(site, read);
        outlines.filter(shapes -> !shapes.same()).ifPresent(shapes -> outline(differences, shapes));
        boolean same = differences.isEmpty() && read.faults().isEmpty();
        var exported = read.version();
        var conflict = same || exported == null || exported >= site.version()
                ? null
                : new Conflict(exported, site.version(), site.at().toString());
        boolean taken = !same && (chosen == null ? conflict == null : chosen.contains(row.id()));
        return new Change(site.id(), site.name(), same ? Kind.SAME : Kind.CHANGED, differences, conflict, taken);
    }

    private List<Difference> differences(Site site, SiteColumns.Row read) {
        var differences = new ArrayList<Difference>();
        add(differences, "Navn", "Name", site.name(), read.name());
        add(differences, "Type", "Kind", site.kind(), read.kind());
        add(differences, "Publisering", "Publication", site.publication(), read.publication());
        add(differences, "Skjematisk omriss", "Schematic outline", site.schematic(), read.schematic());
        add(differences, "Arealet er oppgitt", "The area is stated", site.areaKnown(), read.areaKnown());
        add(differences, "Nøyaktighet (m)", "Accuracy (m)", site.accuracyM(), read.accuracyM());
        add(differences, "Kilde for omrisset", "Source of the outline", site.source(), read.source());
        var was = SiteColumns.keyed(site.facts());
        var is = SiteColumns.keyed(facts(site, read));
        var keys = new LinkedHashSet<>(was.keySet());
        keys.addAll(is.keySet());
        keys.forEach(key -> fact(differences, was.get(key), is.get(key)));
        return differences;
    }

    private static void add(List<Difference> differences, String nb, String en, Object before, @Nullable Object after) {
        if (after != null && !before.equals(after)) {
            differences.add(new Difference(new Text(nb, en), shown(before), shown(after)));
        }
    }

    private static Object shown(Object value) {
        return value instanceof Enum<?> constant ? constant.name().toLowerCase(java.util.Locale.ROOT) : value;
    }

    private void fact(List<Difference> differences, @Nullable Fact before, @Nullable Fact after) {
        if (Objects.equals(before, after)) {
            return;
        }
        var name = name(before == null ? Objects.requireNonNull(after) : before);
        if (before == null || after == null) {
            var what = before == null
                    ? new Text(name.nb() + ": ny", name.en() + ": new")
                    : new Text(name.nb() + ": fjernes", name.en() + ": removed");
            differences.add(new Difference(what, line(before), line(after)));
            return;
        }
        part(differences, name, "verdi", "value", before.value(), after.value());
        part(differences, name, "enhet", "unit", before.unit(), after.unit());
        part(differences, name, "oppgitt av", "stated by", before.statedBy(), after.statedBy());
        part(differences, name, "dato", "date", before.on(), after.on());
        part(differences, name, "grunnlag", "basis", before.basis(), after.basis());
        part(differences, name, "kilde", "source", before.source(), after.source());
        part(differences, name, "adresse", "address", before.url(), after.url());
    }

    private static void part(
            List<Difference> differences, Text fact, String nb, String en, Object before, Object after) {
        add(differences, fact.nb() + ": " + nb, fact.en() + ": " + en, before, after);
    }

    /** A statement on one line, as it is shown when it appears or goes. */
    private static @Nullable String line(@Nullable Fact fact) {
        return fact == null
                ? null
                : (fact.value() + " " + fact.unit()).strip() + " (" + fact.statedBy() + ", " + fact.on() + ")";
    }

    private Text name(Fact fact) {
        return catalogue.find(fact.fact()).map(FactCatalogue.Kind::name).orElse(new Text(fact.fact(), fact.fact()));
    }

    private static void outline(List<Difference> differences, Outlines shapes) {
        differences.add(new Difference(
                new Text("Areal av omrisset (daa)", "Area of the outline (daa)"),
                shapes.beforeDaa(),
                shapes.afterDaa()));
        differences.add(new Difference(
                new Text("Areal som legges til eller tas bort (daa)", "Area added or taken away (daa)"),
                null,
                shapes.movedDaa()));
        differences.add(new Difference(new Text("Omriss", "Outline"), shapes.before(), shapes.after()));
    }

    /** The facts as they would be: in the order they have, new ones last; what the file has no column for stays. */
    private static List<Fact> facts(Site site, SiteColumns.Row read) {
        var is = new ArrayList<Fact>();
        var given = SiteColumns.keyed(read.facts());
        var was = SiteColumns.keyed(site.facts());
        was.forEach((key, fact) -> {
            if (!read.named().contains(key)) {
                is.add(fact);
            } else if (given.containsKey(key)) {
                is.add(given.get(key));
            }
        });
        given.forEach((key, fact) -> {
            if (!was.containsKey(key)) {
                is.add(fact);
            }
        });
        return is;
    }

    private SiteDraft draft(Delivered row, SiteColumns.Row read, Optional<Site> before, Optional<Outlines> outlines) {
        var why = "Fil: " + row.fileName();
        if (before.isEmpty()) {
            return new SiteDraft(
                    or(read.name(), ""),
                    read.kind() == null ? Site.Kind.LAND : read.kind(),
                    read.publication() == null ? Site.Publication.DRAFT : read.publication(),
                    row.outline(),
                    Boolean.TRUE.equals(read.schematic()),
                    !Boolean.FALSE.equals(read.areaKnown()),
                    read.accuracyM() == null ? -1 : read.accuracyM(),
                    or(read.source(), ""),
                    read.facts(),
                    List.of(),
                    null,
                    List.of(),
                    why);
        }
        var site = before.get();
        boolean moved = outlines.isPresent() && !outlines.get().same();
        var scored = site.scoredPart();
        var shapes = sites.partOutlines(site.versionId());
        return new SiteDraft(
                or(read.name(), site.name()),
                read.kind() == null ? site.kind() : read.kind(),
                read.publication() == null ? site.publication() : read.publication(),
                moved ? row.outline() : sites.outline(site.versionId()),
                read.schematic() == null ? site.schematic() : read.schematic(),
                read.areaKnown() == null ? site.areaKnown() : read.areaKnown(),
                read.accuracyM() == null ? site.accuracyM() : read.accuracyM(),
                or(read.source(), site.source()),
                facts(site, read),
                site.parts().stream()
                        .map(part -> new SiteDraft.PartDraft(
                                part.id(),
                                part.kind(),
                                part.name(),
                                part.status(),
                                shapes.get(part.id()),
                                part.facts()))
                        .toList(),
                moved || scored == null
                        ? null
                        : scored.id(), // a part is the scored one only while the file leaves it so
                site.media(),
                why);
    }

    private List<Fault> faults(String id, SiteColumns.Row read, SiteDraft draft) {
        var faults = new ArrayList<Fault>();
        read.faults().forEach(said -> faults.add(new Fault(id, said.message(), said.remedy())));
        if (faults.isEmpty()) { // what cannot be read would only be told twice
            editor.faults(id, draft).stream()
                    .filter(DraftFault::blocking)
                    .forEach(fault -> faults.add(new Fault(id, fault.message(), fault.remedy())));
        }
        return faults;
    }

    private static String or(@Nullable String value, String other) {
        return value == null ? other : value;
    }
}
