package no.arealkompass.present;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.arealkompass.dataset.Region;
import no.arealkompass.measure.Measured;
import no.arealkompass.present.FactLine.State;
import no.arealkompass.site.Fact;
import no.arealkompass.site.Freshness;
import no.arealkompass.site.Site;
import no.arealkompass.site.SitePart;
import no.arealkompass.strategy.Metric;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Puts a presentation together, field by chosen field. */
final class PresentationWriter {
    private static final double NEIGHBOURS_WITHIN_M = 30_000;
    private static final int MOST_NEIGHBOURS = 4;
    private static final double LEAST_SHARE = 0.01;

    private final PresentRepository repository;
    private final StrategyReading strategies;
    private final Region region;
    private final StatedFacts stated;
    private final MeasuredFacts measuring;
    private final Fields fields;
    private final Language language;

    PresentationWriter(
            PresentRepository repository,
            StrategyReading strategies,
            Region region,
            StatedFacts stated,
            MeasuredFacts measuring,
            Fields fields,
            Language language) {
        this.repository = repository;
        this.strategies = strategies;
        this.region = region;
        this.stated = stated;
        this.measuring = measuring;
        this.fields = fields;
        this.language = language;
    }

    Presentation write(
            int number,
            Site site,
            Freshness freshness,
            Map<Metric, Measured> measured,
            Map<String, Double> shares,
            @Nullable Geometry outline,
            Map<String, Geometry> partOutlines,
            List<String> shownTogether) {
        boolean named = fields.has(Field.NAME);
        var name = named ? site.name() : language.of("Område ", "Site ") + number;
        var groups = named ? groups(site, measured) : nameless(groups(site, measured));
        var plots = fields.has(Field.PLOTS) ? plots(site, named) : List.<Presentation.Plot>of();
        var said = strategies.of(site, name, fields, language, plan(site));
        var contact = fields.has(Field.CONTACT) ? contact(site) : null;
        return new Presentation(
                number,
                named ? site.id() : null,
                name,
                Presentation.Kind.valueOf(site.kind().name()),
                kind(site.kind().name()),
                places(shares),
                fields.has(Field.FRESHNESS) ? age(site, freshness) : null,
                groups,
                measuring.distances(fields, measured),
                plots,
                fields.has(Field.MEDIA) ? media(site) : List.of(),
                fields.has(Field.NEIGHBOURS) ? neighbours(site, shownTogether) : List.of(),
                said.word(),
                said.verdict(),
                contact,
                outline == null ? null : outline(site, outline, partOutlines),
                sources(groups, plots));
    }

    /** Without documents: "Odalsportalen: Granerud nord blir klargjort" names a site that must not be named. */
    private static List<FactGroup> nameless(List<FactGroup> groups) {
        return groups.stream()
                .map(group -> new FactGroup(
                        group.key(),
                        group.name(),
                        group.knockOut(),
                        group.facts().stream().map(FactLine::undocumented).toList()))
                .toList();
    }

    private String kind(String kind) {
        return kind.equals("TERMINAL")
                ? language.of("Godsterminal", "Freight terminal")
                : language.of("Næringsareal", "Business land");
    }

    private List<Presentation.Place> places(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_SHARE)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(entry -> new Presentation.Place(entry.getKey(), municipality(entry.getKey()), entry.getValue()))
                .toList();
    }

    private String municipality(String number) {
        return region.municipalities().stream()
                .filter(one -> one.number().equals(number))
                .map(Region.Municipality::name)
                .findFirst()
                .orElse(number);
    }

    private List<FactGroup> groups(Site site, Map<Metric, Measured> measured) {
        List<FactGroup> groups = new ArrayList<>();
        for (var group : Field.Group.values()) {
            List<FactLine> lines = new ArrayList<>();
            for (var field : Field.values()) {
                if (field.group() == group && field != Field.CONTACT && fields.has(field)) {
                    lines.addAll(measuring.of(field, measured));
                    lines.addAll(stated.of(field, site.facts(), site.kind()));
                    lines.addAll(field == Field.OUTLINE_AREA ? List.of(outlineArea(site)) : List.of());
                }
            }
            if (!lines.isEmpty()) {
                groups.add(new FactGroup(group.key(), language.text(group.title()), group.knockOut(), lines));
            }
        }
        return groups;
    }

    private FactLine outlineArea(Site site) {
        var label = language.text(Field.OUTLINE_AREA.title());
        if (!site.areaKnown()) {
            return FactLine.unknown(
                    Field.OUTLINE_AREA,
                    label,
                    State.NOT_STATED,
                    language.of(
                            "ikke oppgitt: bare omtrentlig sted er kjent",
                            "not stated: only the approximate place is known"));
        }
        double daa = site.areaM2() / 1000;
        var source = fields.has(Field.NAME) ? site.source() : "";
        var day = site.at().toString().substring(0, 10);
        return new FactLine(
                Field.OUTLINE_AREA.key(),
                label,
                language.amount(daa, "daa"),
                State.KNOWN,
                daa,
                "daa",
                "",
                "measured",
                "",
                day,
                source,
                "",
                language.of("Målt på omrisset", "Measured on the outline") + (source.isEmpty() ? "" : ": " + source),
                site.schematic() ? language.of("Omrisset er skjematisk", "The outline is schematic") : "");
    }

    private Presentation.Age age(Site site, Freshness freshness) {
        var confirmation = site.confirmation();
        var since = language.date(freshness.since());
        var first = confirmation != null
                ? language.of("Bekreftet %s av %s.", "Confirmed %s by %s.")
                        .formatted(language.date(confirmation.on()), confirmation.by())
                : freshness.counted() == Freshness.Counted.CREATION
                        ? language.of("Lagt inn %s, ikke bekreftet av eier.", "Entered %s, not confirmed by the owner.")
                                .formatted(since)
                        : language.of(
                                        "Ikke bekreftet av eier. Nyeste opplysning er fra %s.",
                                        "Not confirmed by the owner. The newest fact is from %s.")
                                .formatted(since);
        boolean outdated = freshness.state() == Freshness.State.OUTDATED;
        var second = outdated
                ? language.of(
                                " Det er %d dager siden: spør før du bygger på opplysningene.",
                                " That is %d days ago: ask before you rely on the facts.")
                        .formatted(freshness.days())
                : "";
        return new Presentation.Age(
                outdated, first + second, confirmation == null ? null : confirmation.on(), freshness.since());
    }

    private List<Presentation.Plot> plots(Site site, boolean named) {
        var plots = plots(site);
        return named
                ? plots
                : IntStream.range(0, plots.size())
                        .mapToObj(i -> new Presentation.Plot(
                                language.of("Tomt ", "Plot ") + (i + 1),
                                plots.get(i).status(),
                                plots.get(i).statusName(),
                                plots.get(i).area(),
                                plots.get(i).areaDaa(),
                                plots.get(i).facts().stream()
                                        .map(FactLine::undocumented)
                                        .toList()))
                        .toList();
    }

    private List<Presentation.Plot> plots(Site site) {
        return site.parts().stream()
                .filter(part -> part.kind() == SitePart.Kind.PLOT)
                .map(part -> {
                    var status = part.status();
                    return new Presentation.Plot(
                            part.name(),
                            status == null ? "" : status.name().toLowerCase(Locale.ROOT),
                            status == null ? stated.notStated() : status(status, language),
                            language.amount(part.areaM2() / 1000, "daa"),
                            part.areaM2() / 1000,
                            stated.ofPart(fields, part.facts()));
                })
                .toList();
    }

    static String status(SitePart.Status status, Language language) {
        return switch (status) {
            case FREE -> language.of("ledig", "available");
            case OPTION -> language.of("under opsjon", "under option");
            case SOLD -> language.of("solgt", "sold");
        };
    }

    private static List<Presentation.Medium> media(Site site) {
        return site.media().stream()
                .map(one -> new Presentation.Medium(one.kind().name().toLowerCase(Locale.ROOT), one.url(), one.text()))
                .toList();
    }

    private List<Presentation.Neighbour> neighbours(Site site, List<String> shownTogether) {
        return repository.near(site.versionId(), shownTogether, NEIGHBOURS_WITHIN_M, MOST_NEIGHBOURS).stream()
                .map(near -> new Presentation.Neighbour(
                        near.id(), near.name(), kind(near.kind()), language.distance(near.metres()), near.metres()))
                .toList();
    }

    private Presentation.@Nullable Contact contact(Site site) {
        var facts = site.facts().stream()
                .filter(fact -> Field.CONTACT.facts().contains(fact.fact()))
                .toList();
        return facts.isEmpty()
                ? null
                : new Presentation.Contact(
                        value(facts, "contact"),
                        value(facts, "contactPhone"),
                        value(facts, "contactEmail"),
                        facts.getFirst().statedBy(),
                        facts.getFirst().on());
    }

    private static String value(List<Fact> facts, String id) {
        return facts.stream()
                .filter(fact -> fact.fact().equals(id))
                .map(fact -> String.valueOf(fact.value()))
                .findFirst()
                .orElse("");
    }

    /** What the plan says, as far as its fields are chosen. */
    private String plan(Site site) {
        var words = new ArrayList<String>();
        for (var field : List.of(Field.PLAN_STATUS, Field.ALLOWED_USE)) {
            if (fields.has(field)) {
                stated.of(field, site.facts(), site.kind())
                        .forEach(line -> words.add(line.label() + ": " + language.inside(line.value()) + "."));
            }
        }
        return String.join(" ", words);
    }

    private Presentation.Outline outline(Site site, Geometry crs84, Map<String, Geometry> partOutlines) {
        int srid = region.srid();
        var stored = partOutlines.isEmpty() ? Map.<String, Geometry>of() : repository.parts(site.versionId(), srid);
        var parts = site.parts().stream()
                .filter(part -> part.kind() == SitePart.Kind.PLOT && partOutlines.containsKey(part.id()))
                .map(part -> new Presentation.Part(
                        part.name(),
                        part.status() == null ? "" : part.status().name().toLowerCase(Locale.ROOT),
                        Objects.requireNonNull(partOutlines.get(part.id())),
                        Objects.requireNonNull(stored.get(part.id()))))
                .toList();
        return new Presentation.Outline(
                crs84,
                repository.footprint(site.versionId(), srid),
                parts,
                site.schematic(),
                site.accuracyM(),
                site.point(),
                site.bbox());
    }

    private List<String> sources(List<FactGroup> groups, List<Presentation.Plot> plots) {
        Set<String> sources = new LinkedHashSet<>();
        var lines = new ArrayList<>(
                groups.stream().flatMap(group -> group.facts().stream()).toList());
        plots.forEach(plot -> lines.addAll(plot.facts()));
        for (var line : lines) {
            if (line.known() && !line.source().isEmpty()) {
                sources.add(line.source() + (line.on().isEmpty() ? "" : " (" + language.date(line.on()) + ")"));
            }
        }
        return sources.stream().sorted(Comparator.naturalOrder()).collect(Collectors.toList());
    }
}
