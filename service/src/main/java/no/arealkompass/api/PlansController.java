package no.arealkompass.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Region;
import no.arealkompass.plan.PlanCodes;
import no.arealkompass.plan.PlanVersion;
import no.arealkompass.plan.PlanZone;
import no.arealkompass.plan.Plans;
import no.arealkompass.plan.TopologyFinding;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Municipal plans: which there are, what applies, where their zones lie, and what is wrong with the drawing. */
@RestController
@RequestMapping(path = "/api/plans", produces = MediaType.APPLICATION_JSON_VALUE)
class PlansController {
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    /** As long as a subject can be: a plan id of 105 characters, an at sign and a number. */
    private static final int LONGEST_SUBJECT = 120;

    private final Plans plans;
    private final Datasets datasets;
    private final JsonMapper json;
    private final Clock clock;

    PlansController(Plans plans, Datasets datasets, JsonMapper json, Clock clock) {
        this.plans = plans;
        this.datasets = datasets;
        this.json = json;
        this.clock = clock;
    }

    /** @param on the date that standing and notes are about */
    record PlanList(LocalDate on, List<PlanBody> items, int total) {}

    /** All versions the caller may see, by municipality and plan, newest first. */
    @GetMapping
    PlanList list(Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable Integer offset) {
        var page = Page.of(limit, offset, 1000);
        var all = plans.versions(caller);
        var shown = all.stream().skip(page.offset()).limit(page.limit()).toList();
        return new PlanList(today(), bodies(caller, shown, today()), all.size());
    }

    /** The official codes, and which date each is valid from. */
    @GetMapping("/codes")
    PlanCodes codes(Caller caller) {
        return plans.codes(caller);
    }

    /** What applied on a date, at most one version of each plan; what is uncertain says so in its notes. */
    @GetMapping("/applied")
    PlanList applied(Caller caller, @RequestParam @Nullable String on) {
        var date = date(on);
        var applied = plans.applied(caller, date);
        return new PlanList(date, bodies(caller, applied, date), applied.size());
    }

    /**
     * The purpose zones on the ground of a subject, each on the ground on which it counts, as GeoJSON in CRS84.
     * {@code areaM2} is exact and of that ground.
     */
    @GetMapping(path = "/zones", produces = CollectionsController.GEO_JSON)
    ResponseEntity<String> zones(
            Caller caller,
            @RequestParam String subject,
            @RequestParam @Nullable String bbox,
            @RequestParam @Nullable Integer limit) {
        var page = Page.of(limit, 0, Page.MOST);
        var of = plans.subject(caller, bounded(subject));
        var mapped = plans.mapped(caller, of, CollectionsController.box(bbox), page.limit());
        Map<Long, PlanVersion> versions =
                of.versions().stream().collect(Collectors.toMap(PlanVersion::id, Function.identity()));
        var features = new ArrayList<String>();
        for (var one : mapped.zones()) {
            var version = Objects.requireNonNull(versions.get(one.zone().planVersionId()));
            features.add("{\"type\":\"Feature\",\"id\":" + one.zone().id() + ",\"geometry\":" + one.geoJson()
                    + ",\"properties\":" + json.writeValueAsString(properties(caller, one.zone(), version)) + "}");
        }
        return ResponseEntity.ok()
                .header("Content-Crs", "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>")
                .body("{\"type\":\"FeatureCollection\",\"numberMatched\":" + mapped.matched() + ",\"numberReturned\":"
                        + features.size() + ",\"features\":[" + String.join(",", features) + "]}");
    }

    private Map<String, Object> properties(Caller caller, PlanZone zone, PlanVersion version) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("plan", version.plan());
        properties.put("version", version.version());
        properties.put("municipality", version.municipality());
        properties.put("zone", zone.zone());
        properties.put("name", zone.name());
        properties.put("code", zone.code());
        properties.put("codeName", plans.codes(caller).nameOf(zone.kind(), zone.code(), version.level()));
        if (zone.useStatus() != null) {
            properties.put("useStatus", zone.useStatus());
        }
        properties.put("areaM2", zone.areaM2());
        return properties;
    }

    /**
     * What is wrong with the drawing.
     *
     * @param noiseM what is narrower is noise
     * @param more whether one question had more findings than are listed
     */
    record TopologyBody(String subject, List<FindingBody> items, int total, boolean more, double noiseM) {}

    record FindingBody(
            String code,
            String plan,
            int version,
            List<String> zones,
            double areaM2,
            List<Double> place,
            JsonNode geometry,
            @Nullable String otherPlan,
            Text sentence,
            Text remedy) {}

    @GetMapping("/topology")
    TopologyBody topology(Caller caller, @RequestParam String subject) {
        var of = plans.subject(caller, bounded(subject));
        var findings = plans.topology(caller, of);
        var ofOneQuestion =
                findings.stream().collect(Collectors.groupingBy(TopologyFinding::code, Collectors.counting()));
        return new TopologyBody(
                of.id(),
                findings.stream().map(this::body).toList(),
                findings.size(),
                ofOneQuestion.values().stream().anyMatch(count -> count >= Plans.MOST_FINDINGS),
                Plans.NOISE_M);
    }

    private FindingBody body(TopologyFinding finding) {
        return new FindingBody(
                finding.code(),
                finding.plan(),
                finding.version(),
                finding.zones(),
                finding.areaM2(),
                List.of(finding.longitude(), finding.latitude()),
                json.readTree(finding.geometry()),
                finding.otherPlan(),
                finding.sentence(),
                finding.remedy());
    }

    private List<PlanBody> bodies(Caller caller, List<PlanVersion> versions, LocalDate on) {
        var told = new PlanBody.Told(
                plans.codes(caller),
                datasets.region(caller).municipalities().stream()
                        .collect(Collectors.toMap(Region.Municipality::number, Region.Municipality::name)),
                ids(plans.applied(caller, on)),
                ids(plans.appliedWithHearing(caller, on)));
        return versions.stream()
                .map(v -> PlanBody.of(v, plans.standing(caller, v, on), told))
                .toList();
    }

    private static Set<Long> ids(List<PlanVersion> versions) {
        return versions.stream().map(PlanVersion::id).collect(Collectors.toSet());
    }

    private static String bounded(String subject) {
        if (subject.length() > LONGEST_SUBJECT) {
            throw new Refusal(
                    400,
                    new Said("«subject» er for lang.", "'subject' is too long."),
                    new Said(
                            "Skriv region, 3414, 3414~ eller 3414-201803@2.",
                            "Write region, 3414, 3414~ or 3414-201803@2."));
        }
        return subject;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(NORWAY));
    }

    private LocalDate date(@Nullable String on) {
        if (on == null) {
            return today();
        }
        try {
            var date = LocalDate.parse(on);
            if (date.getYear() >= 1900 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below, with what is out of range
        }
        throw new Refusal(
                400,
                new Said("«on» er ingen dato vi kan bruke.", "'on' is no date we can use."),
                new Said("Skriv den som 2024-05-01.", "Write it as 2024-05-01."));
    }
}
