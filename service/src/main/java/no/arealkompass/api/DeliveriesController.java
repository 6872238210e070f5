package no.arealkompass.api;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Choices;
import no.arealkompass.dataset.Deliveries;
import no.arealkompass.dataset.Delivery;
import no.arealkompass.dataset.Delivery.Step;
import no.arealkompass.dataset.Examination;
import no.arealkompass.dataset.Examination.Crs;
import no.arealkompass.dataset.Examination.Encoding;
import no.arealkompass.dataset.Examination.Layer;
import no.arealkompass.dataset.Examination.Mapped;
import no.arealkompass.dataset.Examination.Objects;
import no.arealkompass.dataset.Examination.Repair;
import no.arealkompass.dataset.Examination.Suggestion;
import no.arealkompass.dataset.PlanChoices;
import org.geojson.FeatureCollection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** Files handed in to be examined, and then imported or cancelled. */
@RestController
@RequestMapping(path = "/api/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
class DeliveriesController {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,4})(?:$|[,;\\s])");
    private static final int LONGEST_WAIT_S = 60;

    private final Deliveries deliveries;

    DeliveriesController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    record DeliveryList(List<DeliveryBody> items, int total) {}

    /** What is said of a plan, as fields of the form its file comes with. */
    record PlanForm(
            @Nullable String municipality,
            @Nullable String planId,
            @Nullable String planName,
            @Nullable String stage,
            @Nullable String sender) {
        PlanChoices choices() {
            return new PlanChoices(municipality, planId, planName, stage, sender);
        }
    }

    record Count(int blocking, int notes) {}

    /** A delivery as it is sent; the parts that an examination finds are empty until the first is done. */
    record DeliveryBody(
            UUID id,
            String state,
            String fileName,
            long bytes,
            String sha256,
            String by,
            Instant at,
            Instant expiresAt,
            @Nullable Step progress,
            String format,
            @Nullable Encoding encoding,
            List<Layer> layers,
            Choices chosen,
            List<Suggestion> suggestions,
            List<String> questions,
            Crs crs,
            Objects objects,
            List<Mapped> mapping,
            List<String> unusedFields,
            Count issues,
            List<Repair> repairs,
            @Nullable JsonNode changes,
            Examination.@Nullable Plan plan,
            @Nullable Long importId) {

        static DeliveryBody of(Delivery d) {
            Examination found = Optional.ofNullable(d.examination()).orElseGet(() -> Examination.nothing(d.choices()));
            return new DeliveryBody(
                    d.id(),
                    d.state().name(),
                    d.fileName(),
                    d.bytes(),
                    d.sha256(),
                    d.by(),
                    d.at(),
                    d.expiresAt(),
                    d.progress(),
                    found.format(),
                    found.encoding(),
                    found.layers(),
                    found.chosen(),
                    found.suggestions(),
                    found.questions().stream().map(Enum::name).toList(),
                    found.crs(),
                    found.objects(),
                    found.mapping(),
                    found.unusedFields(),
                    new Count(found.blocking(), found.notes()),
                    found.repairs(),
                    found.changes(),
                    found.plan(),
                    d.importId());
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DeliveryBody> receive(
            Caller caller,
            @RequestParam MultipartFile file,
            @RequestParam @Nullable String dataset,
            @RequestParam @Nullable String source,
            @RequestParam @Nullable String layer,
            @RequestParam @Nullable String crs,
            PlanForm plan,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws IOException {
        Access.require(caller, Operation.IMPORT);
        var choices = new Choices(dataset, source, layer, crs, null, null, null, plan.choices());
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            var delivery = deliveries.receive(caller, content, name == null ? "" : name, choices);
            return accepted(caller, delivery, prefer);
        }
    }

    @GetMapping
    DeliveryList list(Caller caller) {
        var items = deliveries.all(caller).stream().map(DeliveryBody::of).toList();
        return new DeliveryList(items, items.size());
    }

    @GetMapping("/{id}")
    DeliveryBody get(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        return DeliveryBody.of(deliveries.await(caller, id, wait(prefer)));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DeliveryBody> choose(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody Choices choices,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        return accepted(caller, deliveries.choose(caller, id, choices), prefer);
    }

    @PostMapping("/{id}/import")
    ResponseEntity<DeliveryBody> take(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        return accepted(caller, deliveries.take(caller, id), prefer);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> cancel(Caller caller, @PathVariable UUID id) {
        deliveries.cancel(caller, id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping(
            path = {"/{id}/issues", "/{id}/issues.geojson"},
            produces = CollectionsController.GEO_JSON)
    ResponseEntity<FeatureCollection> issues(Caller caller, @PathVariable UUID id) {
        return IssueFiles.geoJson(deliveries.issues(caller, id));
    }

    @GetMapping(path = "/{id}/issues.csv", produces = IssueFiles.CSV)
    ResponseEntity<byte[]> issuesAsTable(Caller caller, @PathVariable UUID id) {
        return IssueFiles.csv(deliveries.issues(caller, id));
    }

    /** How the objects would lie in a CRS; without one, in the CRS that is used now. */
    @GetMapping(path = "/{id}/objects", produces = CollectionsController.GEO_JSON)
    String objects(Caller caller, @PathVariable UUID id, @RequestParam @Nullable String crs) {
        var examined = deliveries.get(caller, id).examination();
        var used = examined == null ? null : examined.crs().used();
        var wanted = crs == null || crs.isBlank() ? used : crs;
        if (wanted == null) {
            throw new Refusal(
                    400,
                    new Said("Filens koordinatsystem er ukjent.", "The coordinate system of the file is not known."),
                    new Said("Si hvilket: ?crs=EPSG:25833", "Say which: ?crs=EPSG:25833"));
        }
        return deliveries.objects(caller, id, wanted);
    }

    private ResponseEntity<DeliveryBody> accepted(Caller caller, Delivery delivery, @Nullable String prefer) {
        var wait = wait(prefer);
        var now = wait.isZero() ? delivery : deliveries.await(caller, delivery.id(), wait);
        return ResponseEntity.status(now.state().busy() ? 202 : 200)
                .location(URI.create("/api/deliveries/" + now.id()))
                .body(DeliveryBody.of(now));
    }

    /** RFC 7240: how long the caller would wait for the work to be done. */
    private static Duration wait(@Nullable String prefer) {
        var wait = WAIT.matcher(prefer == null ? "" : prefer);
        return wait.find()
                ? Duration.ofSeconds(Math.min(LONGEST_WAIT_S, Integer.parseInt(wait.group(1))))
                : Duration.ZERO;
    }
}
