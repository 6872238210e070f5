package no.arealkompass.plancheck;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of a stored check, "plan-check/1" (docs/decisions/0083). Keys stand in the order written here, lists in an order
 * that the state decides, areas in square metres rounded to hundredths: the same state gives the same document but for id
 * and time. Geometries are written as PostGIS wrote them: reading and writing millions of numbers again takes seconds.
 */
record CheckDocument(
        String format,
        UUID id,
        String madeAt,
        String software,
        String scope,
        SubjectBody subject,
        StrategyBody strategy,
        @Nullable String run,
        List<DatasetBody> datasets,
        VerdictBody verdict,
        List<String> top,
        List<PartBody> parts,
        @Nullable ContributionBody contribution,
        ConfidenceBody confidence,
        List<RuleBody> rules,
        List<FindingBody> findings,
        List<TopologyBody> topology,
        List<NeighbourBody> neighbours) {

    static final String FORMAT = "plan-check/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    String write() {
        return JSON.writeValueAsString(this);
    }

    static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    record SubjectBody(
            String id,
            String kind,
            boolean withHearing,
            @Nullable String municipality,
            Text name,
            List<PlanBody> plans,
            List<String> missingMunicipalities) {}

    record PlanBody(
            long planVersion,
            String plan,
            int version,
            String municipality,
            String name,
            String level,
            String stage,
            @Nullable String statusCode,
            @Nullable String inForceFrom,
            @Nullable String inForceTo,
            @Nullable String decidedOn,
            String sender,
            int zones,
            double areaM2,
            boolean sample,
            List<Text> notes) {}

    record StrategyBody(String id, String version, Text name, String status, String decidedBy, String decidedOn) {}

    record DatasetBody(
            String dataset,
            Text name,
            long versionId,
            int version,
            String publisher,
            String licence,
            String attribution,
            String asOf,
            boolean sample,
            String importedAt) {}

    record Counts(int follows, int deviates, int undecided) {}

    record FindingCounts(int deviation, int missing, int undecided, int note) {}

    record VerdictBody(
            String outcome,
            Text sentence,
            Counts rules,
            FindingCounts findings,
            double businessAreaM2,
            double deviatingAreaM2,
            double undecidedAreaM2) {}

    record SourceBody(String document, String paragraph, String url) {}

    /** @param outcome follows, deviates, undecided; or elsewhere where no rule of it is judged for this subject */
    record PartBody(
            String part, Text name, Text text, SourceBody source, String outcome, Text sentence, List<String> rules) {}

    record ContributionBody(
            Text sentence,
            List<LineBody> lines,
            BeforeAfter businessAreaM2,
            @Nullable Jobs jobs) {}

    record LineBody(String rule, String before, String after, Text sentence) {}

    record BeforeAfter(double before, double after) {}

    record Jobs(double low, double high) {}

    record ConfidenceBody(String level, Text sentence, List<NotCoveredBody> notCovered, int schematicSites) {}

    record NotCoveredBody(String dataset, Text name, double areaM2, double share) {}

    record Ignored(int count, double areaM2) {}

    record RuleBody(
            String id,
            Text name,
            String part,
            String kind,
            String severity,
            String basis,
            SourceBody source,
            String outcome,
            int looked,
            int broken,
            int undecided,
            Ignored ignoredBelow,
            @Nullable Double amount,
            String unit,
            @Nullable Map<String, Double> bound,
            @Nullable Text reason,
            @Nullable Text remedy,
            List<Long> datasets) {}

    record FindingBody(
            String id,
            String rule,
            String kind,
            String severity,
            @Nullable String plan,
            @Nullable Long planVersion,
            @Nullable String zone,
            @Nullable String zoneName,
            @Nullable String code,
            @Nullable Text codeName,
            @Nullable String site,
            @Nullable String siteName,
            @Nullable String municipality,
            @Nullable Double amount,
            String unit,
            @Nullable Map<String, Double> bound,
            Text sentence,
            Text guidance,
            List<Text> actions,
            SourceBody source,
            List<Long> datasets,
            double areaM2,
            @Nullable List<Double> place,
            @JsonRawValue @Nullable String geometry,
            boolean simplified) {}

    record TopologyBody(
            String code,
            @Nullable String plan,
            List<String> zones,
            double areaM2,
            @Nullable List<Double> place,
            @JsonRawValue @Nullable String geometry,
            Text sentence,
            Text remedy) {}

    record PointsBody(double zoneLow, double zoneHigh, double siteLow, double siteHigh) {}

    record NeighbourBody(
            String kind,
            String zone,
            String plan,
            String municipality,
            String otherMunicipality,
            @Nullable String otherZone,
            @Nullable String otherPlan,
            @Nullable String site,
            String purpose,
            @Nullable Double distanceM,
            @Nullable PointsBody points,
            Text sentence) {}
}
