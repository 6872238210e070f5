package no.arealkompass.api;

import java.time.Duration;
import no.arealkompass.access.Caller;
import no.arealkompass.score.PurposeConfidence;
import no.arealkompass.score.Scoring;
import no.arealkompass.score.SiteImprovements;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a score is what it is: the objects behind it, what would change its place, and how well its values are known. */
@RestController
@RequestMapping("/api/runs/{id}")
class WhyController {
    private static final String CRS84 = "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>";

    private final Scoring scoring;

    WhyController(Scoring scoring) {
        this.scoring = scoring;
    }

    @GetMapping("/scores/{purpose}/{site}/objects/{criterion}")
    ResponseEntity<String> objects(
            Caller caller,
            @PathVariable String id,
            @PathVariable String purpose,
            @PathVariable String site,
            @PathVariable String criterion) {
        return hour(MediaType.parseMediaType(CollectionsController.GEO_JSON))
                .header("Content-Crs", CRS84)
                .body(scoring.objects(caller, RunsController.id(id), purpose, site, criterion));
    }

    @GetMapping("/scores/{purpose}/{site}/improvements")
    ResponseEntity<SiteImprovements> improvements(
            Caller caller,
            @PathVariable String id,
            @PathVariable String purpose,
            @PathVariable String site,
            @RequestParam(defaultValue = "3") int top) {
        if (top < 1) {
            throw new Refusal(
                    400,
                    new Said("«top» er " + top + ".", "'top' is " + top + "."),
                    new Said("Skriv en plass fra 1 og oppover.", "Write a place, from 1 upwards."));
        }
        return hour(MediaType.APPLICATION_JSON)
                .body(scoring.improvements(caller, RunsController.id(id), purpose, site, top));
    }

    @GetMapping("/confidence/{purpose}")
    ResponseEntity<PurposeConfidence> confidence(Caller caller, @PathVariable String id, @PathVariable String purpose) {
        return hour(MediaType.APPLICATION_JSON).body(scoring.confidence(caller, RunsController.id(id), purpose));
    }

    /** What it is worked out from never changes, but the working out may, with the software. Private as the run is. */
    private static ResponseEntity.BodyBuilder hour(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate());
    }
}
