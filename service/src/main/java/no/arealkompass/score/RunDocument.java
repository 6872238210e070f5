package no.arealkompass.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.arealkompass.dataset.Correction;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.PlannedLayers;
import no.arealkompass.measure.FactOrigin;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement;
import no.arealkompass.scenario.AppliedScenario;
import no.arealkompass.scenario.WorkDraft;
import no.arealkompass.site.Site;
import no.arealkompass.strategy.Bounds;
import no.arealkompass.strategy.Check;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.Source;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of runs and scores. Names and constants are camel case; the order of the keys is the order written here, and
 * numbers are the shortest text that reads back as the same double.
 */
final class RunDocument {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private RunDocument() {}

    record Run(
            UUID id,
            long number,
            String madeAt,
            String scope,
            String software,
            StrategyRef strategy,
            @Nullable ScenarioRef scenario,
            List<VersionRef> datasets,
            List<SiteRef> sites,
            SortedMap<String, List<Ranked>> rankings,
            List<RuleAnswer> portfolio,
            SortedMap<String, List<Share>> shares) {}

    record StrategyRef(
            String id,
            String version,
            Text name,
            String status,
            String decidedBy,
            String decidedOn,
            String hash,
            double marginPoints) {}

    /** A scenario the run answers for: nobody has adopted it. */
    record ScenarioRef(String id, String name, int version, String note, boolean notAdopted, List<WorkRef> works) {
        /** The works that assume a fact of a site. */
        List<WorkDraft> facts() {
            return works.stream()
                    .map(WorkRef::work)
                    .filter(WorkDraft::assumesFact)
                    .toList();
        }
    }

    /** The same in short, so that no score of a scenario can be taken for one of what is. */
    record ScenarioName(String id, String name, int version, boolean notAdopted) {}

    /** @param told what became of it in the data */
    record WorkRef(long id, WorkDraft work, List<ToldBody> told) {}

    /** @param place longitude and latitude; null where it has none */
    record ToldBody(
            String code,
            @Nullable Double metres,
            int objects,
            @Nullable List<Double> place) {}

    /** @param scenario only on versions that hold planned works */
    record VersionRef(
            long id,
            String dataset,
            int version,
            String source,
            String publisher,
            String asOf,
            boolean sample,
            double omitsBelowM2,
            double accuracyM,
            String licence,
            String importedAt,
            @Nullable Long importId,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> parents,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> corrections,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String scenario) {}

    record SiteRef(
            String id,
            int version,
            String name,
            String kind,
            double accuracyM,
            @Nullable PartRef scoredPart) {}

    /** The part of a site whose shape was measured and judged; null where it was the site's own outline. */
    record PartRef(String id, String kind, String name) {}

    record Share(String municipality, double share) {}

    record Ranked(
            String site,
            int position,
            @Nullable Integer rankBest,
            @Nullable Integer rankWorst,
            @Nullable Integer band,
            String verdict,
            @Nullable Double low,
            @Nullable Double high,
            List<String> excludedBy,
            int flags,
            int notChecked,
            double confidence,
            String confidenceLevel) {}

    record RuleAnswer(String rule, String part, String outcome, String per, List<GroupAnswer> groups) {}

    record GroupAnswer(
            @Nullable String municipality,
            String outcome,
            int looked,
            List<String> sites,
            List<String> undecided,
            List<Portfolio.Missing> missing) {}

    record Score(
            UUID run,
            Derivation.StrategyRef strategy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ScenarioName scenario,

            String purpose,
            String site,
            int siteVersion,
            @Nullable PartRef scoredPart,
            VerdictBody verdict,
            ConfidenceBody confidence,
            List<FlagBody> flags,
            List<LineBody> lines,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CheckCorrection> correctedChecks) {}

    /** A score of a shape that is not stored: what a stored one says, and its place in the ranking. */
    record Assessed(
            String purpose,
            String verdict,
            @Nullable Double low,
            @Nullable Double high,
            List<String> by,
            @Nullable Integer rankBest,
            @Nullable Integer rankWorst,
            int of,
            ConfidenceBody confidence,
            List<FlagBody> flags,
            List<LineBody> lines,
            List<Best> best) {}

    /** One of the best stored sites beside a shape that is not stored: its place once the shape is among them. */
    record Best(
            String site,
            String name,
            @Nullable Integer rankBest,
            @Nullable Integer rankWorst,
            double low,
            double high,
            List<BestLine> lines) {}

    record BestLine(String criterion, double pointsLow, double pointsHigh) {}

    record VerdictBody(
            String kind, @Nullable Double low, @Nullable Double high, List<String> by) {}

    record ConfidenceBody(double known, String level, List<ReasonBody> reasons) {}

    record ReasonBody(String code, List<String> criteria) {}

    record FlagBody(
            String check,
            Text name,
            String effect,
            String outcome,
            Found found,
            String unit,
            Map<String, Double> bound,
            Text action,
            String basis,
            Source source,
            List<VersionRef> datasetVersions) {}

    record LineBody(
            String criterion,
            Text name,
            int weight,
            Found found,
            String unit,
            Derivation.Curve utility,
            double uLow,
            double uHigh,
            double pointsLow,
            double pointsHigh,
            String basis,
            Source source,
            List<Derivation.PartRef> parts,
            Text note,
            Text settledBy,
            boolean coarse,
            List<VersionRef> datasetVersions,
            @Nullable FactOrigin origin,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CorrectionBody correction) {}

    /** What the delivered data say, beside what the score uses, and who corrected them why. */
    record CorrectionBody(Found delivered, List<VersionRef> deliveredVersions, List<BecauseBody> because) {}

    record BecauseBody(
            long id,
            String dataset,
            String municipality,
            String kind,
            String objectClass,
            String reason,
            String statedBy,
            String on,
            String source,
            String at) {}

    /** A check that a correction has to do with, whether it is broken or not: what it would have found is never lost. */
    record CheckCorrection(String check, Text name, String unit, Found used, CorrectionBody correction) {}

    /**
     * What a score rests on.
     *
     * @param scenario null for the data as they are
     * @param versions every dataset version that is referred to
     * @param measured the answers that were used
     * @param corrected the answers of the delivered data, where those are corrected
     */
    record Sources(
            @Nullable ScenarioName scenario,
            Collection<DatasetVersion> versions,
            Map<Metric, Measured> measured,
            Map<Metric, Corrected> corrected) {}

    /** One of amount, category, notCovered. */
    record Found(
            String kind,
            @Nullable Object value,
            @Nullable String reason,
            @Nullable Map<String, String> args) {}

    /** The dataset versions that a stored run read: dataset → dataset_version.id. */
    static Map<String, Long> versionIds(JsonNode run) {
        var ids = new HashMap<String, Long>();
        run.path("datasets")
                .forEach(version -> ids.put(
                        version.path("dataset").asString(), version.path("id").asLong()));
        return ids;
    }

    static String write(Object document) {
        return JSON.writeValueAsString(document);
    }

    static String name(Enum<?> constant) {
        return ConstantName.of(constant);
    }

    static StrategyRef strategy(Strategy s) {
        return new StrategyRef(
                s.id(),
                s.version(),
                s.name(),
                name(s.status()),
                s.decidedBy(),
                s.decidedOn(),
                s.hash(),
                s.marginPoints());
    }

    static VersionRef version(DatasetVersion v) {
        return new VersionRef(
                v.id(),
                v.dataset(),
                v.version(),
                v.source().id(),
                v.source().publisher(),
                v.source().asOf(),
                v.sample(),
                v.omitsBelowM2(),
                v.accuracyM(),
                v.source().licence(),
                v.importedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                v.importId(),
                v.parents(),
                v.corrections(),
                v.scenario());
    }

    static @Nullable ScenarioName name(@Nullable ScenarioRef scenario) {
        return scenario == null ? null : new ScenarioName(scenario.id(), scenario.name(), scenario.version(), true);
    }

    static @Nullable ScenarioRef scenario(@Nullable AppliedScenario applied) {
        if (applied == null) {
            return null;
        }
        var scenario = applied.scenario();
        var works = scenario.works().stream()
                .map(work -> new WorkRef(
                        work.id(),
                        work.work(),
                        applied.told().stream()
                                .filter(told -> told.work() == work.id())
                                .map(RunDocument::told)
                                .toList()))
                .toList();
        return new ScenarioRef(scenario.id(), scenario.name(), scenario.version(), scenario.note(), true, works);
    }

    private static ToldBody told(PlannedLayers.Told told) {
        var longitude = told.longitude();
        var latitude = told.latitude();
        return new ToldBody(
                name(told.code()),
                told.metres(),
                told.objects(),
                longitude == null || latitude == null ? null : List.of(longitude, latitude));
    }

    static SiteRef site(Site s) {
        return new SiteRef(s.id(), s.version(), s.name(), name(s.kind()), s.accuracyM(), part(s));
    }

    private static @Nullable PartRef part(Site s) {
        var part = s.scoredPart();
        return part == null ? null : new PartRef(part.id(), name(part.kind()), part.name());
    }

    static List<Share> shares(Map<String, Double> shares) {
        return new TreeMap<>(shares)
                .entrySet().stream()
                        .map(e -> new Share(e.getKey(), e.getValue()))
                        .toList();
    }

    static Ranked ranked(Ranking.RankedSite place, Judgement judgement) {
        return ranked(
                place,
                count(judgement, Flag.Outcome.BROKEN),
                count(judgement, Flag.Outcome.NOT_CHECKED),
                judgement.confidence().known(),
                judgement.confidence().level());
    }

    static Ranked ranked(Ranking.RankedSite place, int flags, int notChecked, double known, Confidence.Level level) {
        var rank = place.rank();
        var verdict = verdict(place.verdict());
        return new Ranked(
                place.site(),
                place.position(),
                rank == null ? null : rank.best(),
                rank == null ? null : rank.worst(),
                rank == null ? null : rank.band(),
                verdict.kind(),
                verdict.low(),
                verdict.high(),
                verdict.by(),
                flags,
                notChecked,
                known,
                name(level));
    }

    private static int count(Judgement judgement, Flag.Outcome outcome) {
        return (int)
                judgement.flags().stream().filter(f -> f.outcome() == outcome).count();
    }

    static RuleAnswer rule(Strategy strategy, Portfolio.RuleOutcome answer) {
        var part = strategy.portfolio().stream()
                .filter(rule -> rule.id().equals(answer.rule()))
                .findFirst()
                .orElseThrow()
                .part();
        var groups = answer.groups().stream()
                .map(g -> new GroupAnswer(
                        g.municipality(), name(g.outcome()), g.looked(), g.meet(), g.undecided(), g.missing()))
                .toList();
        return new RuleAnswer(answer.rule(), part, name(answer.outcome()), name(answer.per()), groups);
    }

    /** A score with everything its reader needs: nothing of it has to be looked up elsewhere. */
    static Score score(UUID run, Strategy strategy, Purpose purpose, Site site, Judgement judgement, Sources sources) {
        var versions = refs(sources.versions());
        return new Score(
                run,
                Derivation.strategy(strategy),
                sources.scenario(),
                purpose.id(),
                site.id(),
                site.version(),
                part(site),
                verdict(judgement.verdict()),
                confidence(judgement.confidence()),
                flags(strategy, judgement, versions),
                lines(strategy, judgement, versions, sources.corrected()),
                strategy.checksOf(purpose).stream()
                        .filter(check -> sources.corrected().containsKey(check.metric()))
                        .map(check -> correctedCheck(check, sources, versions))
                        .toList());
    }

    /**
     * The score of a shape that is not stored.
     *
     * @param of how many sites are ranked, this one included when it is
     * @param best the best stored sites
     */
    static Assessed assessed(
            Strategy strategy,
            String purpose,
            Judgement judgement,
            Ranking.@Nullable Rank rank,
            int of,
            Collection<DatasetVersion> used,
            List<Best> best) {
        var verdict = verdict(judgement.verdict());
        var versions = refs(used);
        return new Assessed(
                purpose,
                verdict.kind(),
                verdict.low(),
                verdict.high(),
                verdict.by(),
                rank == null ? null : rank.best(),
                rank == null ? null : rank.worst(),
                of,
                confidence(judgement.confidence()),
                flags(strategy, judgement, versions),
                lines(strategy, judgement, versions, Map.of()),
                best);
    }

    /** @param score its stored document */
    static Best best(Ranking.RankedSite place, String name, JsonNode score) {
        var rank = place.rank();
        var verdict = verdict(place.verdict());
        return new Best(
                place.site(),
                name,
                rank == null ? null : rank.best(),
                rank == null ? null : rank.worst(),
                Objects.requireNonNull(verdict.low()),
                Objects.requireNonNull(verdict.high()),
                score.path("lines")
                        .valueStream()
                        .map(line -> new BestLine(
                                line.path("criterion").asString(),
                                line.path("pointsLow").asDouble(),
                                line.path("pointsHigh").asDouble()))
                        .toList());
    }

    private static List<FlagBody> flags(Strategy strategy, Judgement judgement, Map<Long, VersionRef> versions) {
        return judgement.flags().stream().map(f -> flag(strategy, f, versions)).toList();
    }

    private static List<LineBody> lines(
            Strategy strategy, Judgement judgement, Map<Long, VersionRef> versions, Map<Metric, Corrected> corrected) {
        return judgement.lines().stream()
                .map(l -> line(strategy, l, versions, corrected))
                .toList();
    }

    private static Map<Long, VersionRef> refs(Collection<DatasetVersion> used) {
        var versions = new TreeMap<Long, VersionRef>();
        used.forEach(v -> versions.put(v.id(), version(v)));
        return versions;
    }

    private static CheckCorrection correctedCheck(Check check, Sources sources, Map<Long, VersionRef> versions) {
        var used = Objects.requireNonNull(sources.measured().get(check.metric()));
        var correction = Objects.requireNonNull(correction(sources.corrected().get(check.metric()), versions));
        return new CheckCorrection(check.id(), check.name(), check.unit(), found(used.found()), correction);
    }

    private static @Nullable CorrectionBody correction(@Nullable Corrected corrected, Map<Long, VersionRef> versions) {
        return corrected == null
                ? null
                : new CorrectionBody(
                        found(corrected.delivered().found()),
                        refs(corrected.delivered(), versions),
                        corrected.because().stream().map(RunDocument::because).toList());
    }

    /** Who says so is the body, not the account: runs are public. */
    private static BecauseBody because(Correction c) {
        return new BecauseBody(
                c.id(),
                c.dataset(),
                c.municipality(),
                name(c.kind()),
                c.objectClass(),
                c.reason(),
                c.statedBy(),
                c.on().toString(),
                c.source(),
                c.at().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static VerdictBody verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Scored(double low, double high) -> new VerdictBody("scored", low, high, List.of());
            case Verdict.Excluded(List<String> by) -> new VerdictBody("excluded", null, null, by);
        };
    }

    private static ConfidenceBody confidence(Confidence c) {
        var reasons = c.reasons().stream()
                .map(r -> new ReasonBody(name(r.code()), r.criteria()))
                .toList();
        return new ConfidenceBody(c.known(), name(c.level()), reasons);
    }

    private static FlagBody flag(Strategy strategy, Flag flag, Map<Long, VersionRef> versions) {
        var check = strategy.checks().stream()
                .filter(c -> c.id().equals(flag.check()))
                .findFirst()
                .orElseThrow();
        return new FlagBody(
                check.id(),
                check.name(),
                name(check.effect()),
                name(flag.outcome()),
                found(flag.measured().found()),
                check.unit(),
                bound(check.bound()),
                check.action(),
                name(check.basis()),
                check.source(),
                refs(flag.measured(), versions));
    }

    private static Map<String, Double> bound(Bounds bound) {
        return switch (bound) {
            case Bounds.AtMost(double value) -> Map.of("atMost", value);
            case Bounds.AtLeast(double value) -> Map.of("atLeast", value);
            case Bounds.Between(double low, double high) -> Map.of("atLeast", low, "atMost", high);
        };
    }

    private static LineBody line(
            Strategy strategy, Line line, Map<Long, VersionRef> versions, Map<Metric, Corrected> corrected) {
        var criterion = strategy.criterion(line.criterion());
        return new LineBody(
                criterion.id(),
                criterion.name(),
                line.weight(),
                found(line.measured().found()),
                criterion.unit(),
                Derivation.curve(criterion.utility()),
                line.uLow(),
                line.uHigh(),
                line.pointsLow(),
                line.pointsHigh(),
                name(criterion.basis()),
                criterion.source(),
                Derivation.parts(strategy, criterion),
                criterion.note(),
                criterion.settledBy(),
                line.measured().coarse(),
                refs(line.measured(), versions),
                line.measured().origin(),
                correction(corrected.get(criterion.metric()), versions));
    }

    static Found found(Measurement found) {
        return switch (found) {
            case Measurement.Amount(double value) -> new Found("amount", value, null, null);
            case Measurement.Category(String value) -> new Found("category", value, null, null);
            case Measurement.NotCovered(Measurement.Reason reason, Map<String, String> args) ->
                new Found("notCovered", null, name(reason), args);
        };
    }

    private static List<VersionRef> refs(Measured measured, Map<Long, VersionRef> versions) {
        return measured.versions().stream()
                .filter(versions::containsKey)
                .map(versions::get)
                .toList();
    }
}
