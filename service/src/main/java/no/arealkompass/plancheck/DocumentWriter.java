package no.arealkompass.plancheck;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.plan.PlanVersion;
import no.arealkompass.plan.TopologyFinding;
import no.arealkompass.plancheck.CheckDocument.BeforeAfter;
import no.arealkompass.plancheck.CheckDocument.ConfidenceBody;
import no.arealkompass.plancheck.CheckDocument.ContributionBody;
import no.arealkompass.plancheck.CheckDocument.Counts;
import no.arealkompass.plancheck.CheckDocument.DatasetBody;
import no.arealkompass.plancheck.CheckDocument.FindingBody;
import no.arealkompass.plancheck.CheckDocument.FindingCounts;
import no.arealkompass.plancheck.CheckDocument.Ignored;
import no.arealkompass.plancheck.CheckDocument.Jobs;
import no.arealkompass.plancheck.CheckDocument.LineBody;
import no.arealkompass.plancheck.CheckDocument.NotCoveredBody;
import no.arealkompass.plancheck.CheckDocument.PartBody;
import no.arealkompass.plancheck.CheckDocument.PlanBody;
import no.arealkompass.plancheck.CheckDocument.RuleBody;
import no.arealkompass.plancheck.CheckDocument.SourceBody;
import no.arealkompass.plancheck.CheckDocument.StrategyBody;
import no.arealkompass.plancheck.CheckDocument.SubjectBody;
import no.arealkompass.plancheck.CheckDocument.TopologyBody;
import no.arealkompass.plancheck.CheckDocument.VerdictBody;
import no.arealkompass.plancheck.PlanJudge.Kind;
import no.arealkompass.strategy.Bounds;
import no.arealkompass.strategy.PlanRule;
import no.arealkompass.strategy.Source;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/** Writes what came out of a check as its document. */
final class DocumentWriter {
    private static final int TOP = 3;

    private final Checked checked;
    private final Situation situation;
    private final VerdictWords words;
    private final FindingWriter writer;

    DocumentWriter(Checked checked) {
        this.checked = checked;
        situation = checked.situation();
        words = new VerdictWords(situation, checked.results());
        writer = new FindingWriter(checked);
    }

    CheckDocument document() {
        var findings = writer.findings();
        return new CheckDocument(
                CheckDocument.FORMAT,
                checked.id(),
                checked.madeAt(),
                checked.software(),
                checked.scope(),
                subject(),
                strategy(),
                situation.run().id().isEmpty() ? null : situation.run().id(),
                datasets(),
                verdict(findings),
                top(findings),
                parts(),
                contribution(),
                confidence(),
                checked.results().stream().map(this::rule).toList(),
                findings,
                checked.topology().stream().map(DocumentWriter::topology).toList(),
                checked.neighbours().stream().map(writer::neighbour).toList());
    }

    static String name(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        var name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }

    private SubjectBody subject() {
        var subject = situation.subject();
        var name = words.name();
        return new SubjectBody(
                subject.id(),
                name(subject.kind()),
                subject.withHearing(),
                subject.municipality(),
                new Text(trimmed(name.nb()), trimmed(name.en())),
                subject.versions().stream().map(DocumentWriter::plan).toList(),
                subject.missingMunicipalities());
    }

    private static String trimmed(String name) {
        return name.endsWith(",") ? name.substring(0, name.length() - 1) : name;
    }

    private static PlanBody plan(PlanVersion v) {
        return new PlanBody(
                v.id(),
                v.plan(),
                v.version(),
                v.municipality(),
                v.name(),
                v.level().name(),
                v.stage().name(),
                v.statusCode(),
                text(v.inForceFrom()),
                text(v.inForceTo()),
                text(v.decidedOn()),
                v.sender(),
                v.zones(),
                Numbers.area(v.areaM2()),
                v.sample(),
                v.notes().stream().map(note -> note.text()).toList());
    }

    private static @Nullable String text(@Nullable Object date) {
        return date == null ? null : date.toString();
    }

    private StrategyBody strategy() {
        var s = situation.strategy();
        return new StrategyBody(
                s.id(), s.version(), Sentences.text(s.name()), name(s.status()), s.decidedBy(), s.decidedOn());
    }

    private List<DatasetBody> datasets() {
        var used = new TreeSet<Long>();
        checked.results().forEach(one -> used.addAll(one.datasets()));
        return situation.versions().values().stream()
                .filter(version -> used.contains(version.id()))
                .sorted(Comparator.comparing(DatasetVersion::dataset))
                .map(this::dataset)
                .toList();
    }

    private DatasetBody dataset(DatasetVersion v) {
        var described = situation.datasets().get(v.dataset());
        return new DatasetBody(
                v.dataset(),
                described == null ? v.source().name() : described.name(),
                v.id(),
                v.version(),
                v.source().publisher(),
                v.source().licence(),
                v.source().attribution(),
                v.source().asOf(),
                v.sample(),
                v.importedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private VerdictBody verdict(List<FindingBody> findings) {
        return new VerdictBody(
                name(words.outcome()),
                words.sentence(checked.deviatingM2() / PlanJudge.DAA, checked.businessM2() / PlanJudge.DAA),
                new Counts(words.count(Outcome.FOLLOWS), words.count(Outcome.DEVIATES), words.count(Outcome.UNDECIDED)),
                new FindingCounts(
                        count(findings, Kind.DEVIATION),
                        count(findings, Kind.MISSING),
                        count(findings, Kind.UNDECIDED),
                        count(findings, Kind.NOTE)),
                Numbers.area(checked.businessM2()),
                Numbers.area(checked.deviatingM2()),
                Numbers.area(checked.undecidedM2()));
    }

    private static int count(List<FindingBody> findings, Kind kind) {
        return (int)
                findings.stream().filter(one -> one.kind().equals(name(kind))).count();
    }

    /** Must before should, larger ground first, and different rules before the same one twice. */
    private static List<String> top(List<FindingBody> findings) {
        var broken = findings.stream()
                .filter(one ->
                        one.kind().equals(name(Kind.DEVIATION)) || one.kind().equals(name(Kind.MISSING)))
                .sorted(Comparator.comparing(
                                (FindingBody one) -> !one.severity().equals("must"))
                        .thenComparing(one -> -one.areaM2())
                        .thenComparing(FindingBody::id))
                .toList();
        var rules = new LinkedHashSet<String>();
        var top = new LinkedHashSet<String>();
        broken.stream().filter(one -> rules.add(one.rule())).limit(TOP).forEach(one -> top.add(one.id()));
        broken.stream().filter(one -> top.size() < TOP).forEach(one -> {
            if (top.size() < TOP) {
                top.add(one.id());
            }
        });
        return List.copyOf(top);
    }

    private List<PartBody> parts() {
        return situation.strategy().parts().stream()
                .map(part -> new PartBody(
                        part.id(),
                        Sentences.text(part.name()),
                        Sentences.text(part.text()),
                        source(part.source()),
                        words.outcome(part),
                        words.sentence(part),
                        words.of(part).stream().map(one -> one.rule().id()).toList()))
                .toList();
    }

    static SourceBody source(Source source) {
        return new SourceBody(source.document(), source.paragraph(), source.url());
    }

    private @Nullable ContributionBody contribution() {
        var c = checked.contribution();
        if (c == null) {
            return null;
        }
        var lines = c.lines().stream()
                .map(line -> new LineBody(line.rule().id(), name(line.before()), name(line.after()), line(line)))
                .toList();
        var jobs = c.jobs();
        return new ContributionBody(
                VerdictWords.contribution(c, situation.subject().kind()),
                lines,
                new BeforeAfter(Numbers.area(c.businessBeforeM2()), Numbers.area(c.businessAfterM2())),
                jobs == null ? null : new Jobs(Math.round(jobs.low()), Math.round(jobs.high())));
    }

    private static Text line(Contribution.Line line) {
        var name = Sentences.text(line.rule().head().name());
        return line.before() == line.after()
                ? new Text("%s: uendret, %s.", "%s: unchanged, %s.").filled(name, word(line.after()))
                : new Text("%s: fra %s til %s.", "%s: from %s to %s.")
                        .filled(name, word(line.before()), word(line.after()));
    }

    private static Text word(Outcome outcome) {
        return switch (outcome) {
            case FOLLOWS -> new Text("oppfylt", "met");
            case DEVIATES -> new Text("ikke oppfylt", "not met");
            case UNDECIDED -> new Text("kan ikke avgjøres", "cannot be decided");
        };
    }

    private ConfidenceBody confidence() {
        var sure = Sureness.of(situation, checked.results(), checked.notCoveredM2(), checked.businessM2());
        var notCovered = new TreeMap<>(checked.notCoveredM2())
                .entrySet().stream()
                        .filter(one -> one.getValue() > 0)
                        .map(one -> new NotCoveredBody(
                                one.getKey(),
                                situation.datasetName(one.getKey()),
                                Numbers.area(one.getValue()),
                                Numbers.amount(checked.businessM2() == 0 ? 0 : one.getValue() / checked.businessM2())))
                        .toList();
        int schematic = (int) checked.results().stream()
                .flatMap(one -> one.findings().stream())
                .flatMap(one -> java.util.stream.Stream.ofNullable(one.looked().site()))
                .filter(CheckedSite::vague)
                .map(CheckedSite::no)
                .distinct()
                .count();
        return new ConfidenceBody(sure.level(), sure.sentence(), notCovered, schematic);
    }

    private RuleBody rule(RuleResult result) {
        var head = result.rule().head();
        var why = result.why();
        var amount = result.amount();
        return new RuleBody(
                head.id(),
                Sentences.text(head.name()),
                head.part(),
                switch (result.rule()) {
                    case PlanRule.Each e -> "each";
                    case PlanRule.Total t -> "total";
                    case PlanRule.Portfolio p -> "portfolio";
                },
                name(head.severity()),
                name(head.basis()),
                source(head.source()),
                name(result.outcome()),
                result.looked(),
                result.broken(),
                result.undecided(),
                new Ignored(result.ignored(), Numbers.area(result.ignoredM2())),
                amount == null ? null : (Double) Numbers.amount(amount),
                head.unit(),
                head.unit().isEmpty() ? null : bound(result.bound()),
                why == null ? null : why.reason(),
                why == null ? null : why.remedy(),
                result.datasets().stream().sorted().toList());
    }

    static @Nullable Map<String, Double> bound(@Nullable Bounds bound) {
        return switch (bound) {
            case null -> null;
            case Bounds.AtMost(double limit) -> Map.of("atMost", limit);
            case Bounds.AtLeast(double limit) -> Map.of("atLeast", limit);
            case Bounds.Between(double low, double high) -> new TreeMap<>(Map.of("atLeast", low, "atMost", high));
        };
    }

    private static TopologyBody topology(TopologyFinding one) {
        return new TopologyBody(
                one.code(),
                one.plan(),
                one.zones(),
                Numbers.area(one.areaM2()),
                List.of(one.longitude(), one.latitude()),
                one.geometry(),
                one.sentence(),
                one.remedy());
    }

    static Collection<Piece> pieces(List<RuleResult> results) {
        var pieces = new LinkedHashSet<Piece>();
        results.forEach(result -> result.findings().forEach(one -> {
            var piece = FindingWriter.piece(one);
            if (piece != null) {
                pieces.add(piece);
            }
        }));
        return pieces;
    }
}
