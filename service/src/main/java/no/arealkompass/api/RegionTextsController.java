package no.arealkompass.api;

import java.util.List;
import java.util.Locale;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.prospectus.RegionText;
import no.arealkompass.prospectus.RegionTexts;
import no.arealkompass.prospectus.TextFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the region and its municipalities say of themselves, for those who write it. */
@RestController
@RequestMapping(path = "/api/region-texts", produces = MediaType.APPLICATION_JSON_VALUE)
class RegionTextsController {
    /** The whole region in addresses, where a municipality has its number. */
    private static final String REGION = "region";

    private final RegionTexts texts;

    RegionTextsController(RegionTexts texts) {
        this.texts = texts;
    }

    /** @param place four digits or {@code region} */
    record Body(
            String place,
            String language,
            int version,
            String body,
            String source,
            boolean published,
            String writtenBy,
            String writtenAt) {}

    record Items(List<Body> items) {}

    /** @param version the version the text was made from; 0 for the first one */
    record Draft(
            @Nullable Integer version,
            @Nullable String body,
            @Nullable String source,
            @Nullable Boolean published) {}

    @GetMapping
    ResponseEntity<Items> editable(Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Items(texts.editable(caller).stream()
                        .map(RegionTextsController::body)
                        .toList()));
    }

    @PutMapping(path = "/{place}/{language}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Body save(Caller caller, @PathVariable String place, @PathVariable String language, @RequestBody Draft draft) {
        Access.require(caller, Operation.EDIT_TEXTS);
        if (draft.version() == null || draft.body() == null || draft.published() == null) {
            throw new Refusal(
                    422,
                    new Said("Noe mangler.", "Something is missing."),
                    new Said("Oppgi version, body og published.", "Give version, body and published."));
        }
        return body(texts.save(
                caller,
                new RegionText.Draft(
                        place.equals(REGION) ? "" : place,
                        language,
                        draft.version(),
                        draft.body(),
                        draft.source() == null ? "" : draft.source(),
                        draft.published())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(TextFault e, Locale locale) {
        boolean late = e.code() == TextFault.Code.CHANGED_MEANWHILE;
        return Problems.answer(
                late ? 412 : 422,
                late ? "region-text-changed" : "region-text-not-valid",
                locale,
                new Said("Teksten er ikke lagret", "The text was not saved"),
                new Said(e.what().nb(), e.what().en()),
                new Said(e.remedy().nb(), e.remedy().en()));
    }

    private static Body body(RegionText text) {
        return new Body(
                text.municipality().isEmpty() ? REGION : text.municipality(),
                text.language(),
                text.version(),
                text.body(),
                text.source(),
                text.published(),
                text.writtenBy(),
                text.version() == 0 ? "" : text.writtenAt().toString());
    }
}
