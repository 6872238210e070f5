package no.arealkompass.api;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Correction;
import no.arealkompass.dataset.CorrectionDraft;
import no.arealkompass.dataset.Corrections;
import no.arealkompass.dataset.Progress;
import no.arealkompass.geo.GeoJson;
import no.arealkompass.geo.GeometryFault;
import no.arealkompass.intake.Intake;
import org.geojson.GeoJsonObject;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What municipalities have corrected in the data, for everyone to read; the accounts behind it are not. */
@RestController
@RequestMapping(path = "/api/corrections", produces = MediaType.APPLICATION_JSON_VALUE)
class CorrectionsController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Corrections corrections;
    private final Intake intake;

    CorrectionsController(Corrections corrections, Intake intake) {
        this.corrections = corrections;
        this.intake = intake;
    }

    record Items(List<Body> items, int total) {}

    record WithdrawalBody(
            String reason, String at, @Nullable String by) {}

    /** @param by the account; null for those who may not see who works here */
    record Body(
            long id,
            String dataset,
            String municipality,
            Correction.Kind kind,
            String objectClass,
            String reason,
            String statedBy,
            String on,
            String source,
            String at,
            @Nullable String by,
            double areaDaa,
            @Nullable WithdrawalBody withdrawn,
            @Nullable JsonNode area) {}

    /** What is asked for; {@code area} is a GeoJSON polygon in longitude and latitude. */
    record Draft(
            @Nullable String dataset,
            @Nullable String municipality,
            @Nullable String kind,
            @Nullable String objectClass,
            @Nullable GeoJsonObject area,
            @Nullable String reason,
            @Nullable String statedBy,
            @Nullable String on,
            @Nullable String source) {}

    record Why(@Nullable String reason) {}

    @GetMapping
    Items list(
            Caller caller,
            @RequestParam @Nullable String dataset,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable Integer offset) {
        var page = Page.of(limit, offset, 200);
        return new Items(
                corrections.list(caller, dataset, page.limit(), page.offset()).stream()
                        .map(one -> body(caller, one, null))
                        .toList(),
                corrections.count(caller, dataset));
    }

    @GetMapping("/{id}")
    Body get(Caller caller, @PathVariable long id) {
        return body(caller, corrections.get(caller, id), JSON.readTree(corrections.outline(caller, id)));
    }

    /** The classes that a correction of a dataset may name. */
    @GetMapping("/classes")
    List<String> classes(Caller caller, @RequestParam String dataset) {
        return corrections.classes(caller, dataset);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Body> register(Caller caller, @RequestBody Draft draft) {
        Access.require(caller, Operation.CORRECT_DATA);
        var made = corrections.register(caller, draft(draft));
        intake.bringUpToDate(caller, Progress.NONE);
        return ResponseEntity.created(URI.create("/api/corrections/" + made.id()))
                .body(body(caller, made, null));
    }

    @DeleteMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Body withdraw(Caller caller, @PathVariable long id, @RequestBody Why why) {
        var withdrawn = corrections.withdraw(caller, id, text(why.reason()));
        intake.bringUpToDate(caller, Progress.NONE);
        return body(caller, withdrawn, null);
    }

    private static CorrectionDraft draft(Draft draft) {
        var area = draft.area();
        if (area == null) {
            throw refusal(
                    new Said("Flaten («area») mangler.", "'area' is missing."),
                    new Said("Oppgi en GeoJSON-flate (Polygon).", "Give a GeoJSON polygon."));
        }
        try {
            return new CorrectionDraft(
                    text(draft.dataset()),
                    text(draft.municipality()),
                    Correction.Kind.valueOf(text(draft.kind()).toUpperCase(Locale.ROOT)),
                    text(draft.objectClass()),
                    GeoJson.readArea(area, 4326),
                    text(draft.reason()),
                    text(draft.statedBy()),
                    LocalDate.parse(text(draft.on())),
                    text(draft.source()));
        } catch (GeometryFault e) {
            throw refusal(
                    new Said(
                            "Flaten kan ikke leses (" + e.code() + ").", "The area cannot be read (" + e.code() + ")."),
                    new Said("Oppgi en lukket GeoJSON-flate (Polygon).", "Give a closed GeoJSON polygon."));
        } catch (DateTimeParseException e) {
            throw refusal(
                    new Said("Datoen («on») er ikke en dato.", "'on' is not a date."),
                    new Said("Skriv den som 2026-11-25.", "Write it as 2026-11-25."));
        } catch (IllegalArgumentException e) {
            throw refusal(
                    new Said("«kind» er ikke kjent.", "'kind' is not known."),
                    new Said("Oppgi absent eller present.", "Give absent or present."));
        }
    }

    private static Body body(Caller caller, Correction c, @Nullable JsonNode area) {
        boolean names = Access.may(caller, Operation.READ_IMPORTS);
        var gone = c.withdrawn();
        return new Body(
                c.id(),
                c.dataset(),
                c.municipality(),
                c.kind(),
                c.objectClass(),
                c.reason(),
                c.statedBy(),
                c.on().toString(),
                c.source(),
                c.at().toString(),
                names ? c.by() : null,
                c.areaM2() / 1000,
                gone == null
                        ? null
                        : new WithdrawalBody(gone.reason(), gone.at().toString(), names ? gone.by() : null),
                area);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Refusal refusal(Said what, Said remedy) {
        return new Refusal(422, what, remedy);
    }
}
