package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.arealkompass.plancheck.CheckDocument.FindingBody;
import no.arealkompass.plancheck.CheckDocument.NeighbourBody;
import no.arealkompass.plancheck.CheckDocument.PointsBody;
import no.arealkompass.plancheck.RuleResult.Finding;
import no.arealkompass.strategy.PlanRule;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/** Writes the findings of a check, and what lies across the border. */
final class FindingWriter {
    private final Checked checked;
    private final Situation situation;
    private final Sentences sentences;

    FindingWriter(Checked checked) {
        this.checked = checked;
        situation = checked.situation();
        sentences = new Sentences(situation, checked.codes());
    }

    List<FindingBody> findings() {
        List<FindingBody> bodies = new ArrayList<>();
        for (var result : checked.results()) {
            result.findings().stream()
                    .map(this::finding)
                    .sorted(Comparator.comparing(FindingBody::id))
                    .forEach(bodies::add);
        }
        return bodies;
    }

    /** The ground that a finding shows. */
    static @Nullable Piece piece(Finding finding) {
        return finding.judged().outcome() == Outcome.UNDECIDED
                ? finding.looked().unknown()
                : finding.looked().found();
    }

    private FindingBody finding(Finding finding) {
        var head = finding.rule().head();
        var looked = finding.looked();
        var zone = looked.zone();
        var site = looked.site();
        var piece = piece(finding);
        var shape = piece == null ? null : checked.shapes().get(piece);
        var amount = finding.judged().amount();
        var actions = head.actions().stream().map(Sentences::text).toList();
        var why = looked.observed().why();
        boolean open = finding.judged().outcome() == Outcome.UNDECIDED;
        return new FindingBody(
                head.id() + "/" + id(finding),
                head.id(),
                DocumentWriter.name(
                        java.util.Objects.requireNonNull(finding.judged().kind())),
                DocumentWriter.name(head.severity()),
                zone == null ? null : zone.version().plan(),
                zone == null ? null : (Long) zone.version().id(),
                zone == null ? null : zone.zone().zone(),
                zone == null ? null : zone.zone().name(),
                zone == null ? null : zone.zone().code(),
                zone == null ? null : sentences.codeName(zone),
                site == null ? null : site.site().id(),
                site == null ? null : site.site().name(),
                looked.municipality() == null ? situation.subject().municipality() : looked.municipality(),
                amount == null ? null : (Double) Numbers.amount(amount),
                head.unit(),
                head.unit().isEmpty() ? null : DocumentWriter.bound(finding.bound()),
                sentences.finding(finding),
                Sentences.text(head.guidance()),
                open && why != null ? List.of(why.remedy()) : actions,
                DocumentWriter.source(head.source()),
                looked.datasets(),
                shape == null ? 0 : Numbers.area(shape.areaM2()),
                shape == null ? place(looked) : shape.place(),
                shape == null ? null : shape.geoJson(),
                shape != null && shape.simplified());
    }

    private String id(Finding finding) {
        var zone = finding.looked().zone();
        var site = finding.looked().site();
        var municipality = finding.looked().municipality();
        if (zone != null) {
            return zone.version().plan() + "/" + zone.zone().zone();
        }
        if (site != null) {
            return site.site().id();
        }
        return finding.rule() instanceof PlanRule.Portfolio && municipality != null ? municipality : situation.name();
    }

    private @Nullable List<Double> place(Looked looked) {
        var municipality = looked.municipality() == null ? situation.subject().municipality() : looked.municipality();
        var place = checked.points().get(municipality == null ? "" : municipality);
        return place != null ? place : checked.points().get("");
    }

    NeighbourBody neighbour(Neighbours.Neighbour one) {
        var other = one.other();
        var site = one.site();
        var points = one.points();
        String there = other != null
                ? other.municipality()
                : site == null || site.municipality() == null ? "" : site.municipality();
        var purpose = Sentences.text(situation.strategy().purpose(one.purpose()).name());
        var municipality = situation.municipalityName(there);
        var sentence = other != null
                ? new Text(
                                "%s ligger %s m fra en sone for samme formål (%s) i %s.",
                                "%s lies %s m from a zone for the same purpose (%s) in %s.")
                        .filled(sentences.zone(one.zone()), Sentences.number(one.metres()), purpose, municipality)
                : new Text(
                                "%s: %s i %s får flere poeng for %s, uansett hva som mangler av opplysninger.",
                                "%s: %s in %s gets more points for %s, whatever the missing facts turn out to be.")
                        .filled(
                                sentences.zone(one.zone()),
                                site == null ? "" : site.site().name(),
                                municipality,
                                purpose);
        return new NeighbourBody(
                other != null ? "samePurpose" : "betterSite",
                one.zone().zone().zone(),
                one.zone().version().plan(),
                one.zone().municipality(),
                there,
                other == null ? null : other.zone().zone(),
                other == null ? null : other.version().plan(),
                site == null ? null : site.site().id(),
                one.purpose(),
                other == null ? null : (Double) Numbers.area(one.metres()),
                points == null
                        ? null
                        : new PointsBody(points.zoneLow(), points.zoneHigh(), points.siteLow(), points.siteHigh()),
                sentence);
    }
}
