package no.arealkompass.api;

import java.time.Duration;
import java.util.stream.Stream;
import no.arealkompass.access.Caller;
import no.arealkompass.score.CertificateRefused;
import no.arealkompass.score.ConstantName;
import no.arealkompass.score.Scoring;
import no.arealkompass.score.Spread;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How sure the ranking is: the utilities behind it, the ranking by other weights, and by many of them. */
@RestController
@RequestMapping(path = "/api/runs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class SureController {
    private final Scoring scoring;

    SureController(Scoring scoring) {
        this.scoring = scoring;
    }

    @GetMapping("/matrix/{purpose}")
    ResponseEntity<String> matrix(Caller caller, @PathVariable String id, @PathVariable String purpose) {
        return RunsController.forEver(scoring.matrix(caller, RunsController.id(id), purpose));
    }

    /**
     * The ranking by other weights.
     *
     * @param weights {@code ID:POINTS,ID:POINTS}; without it those of the strategy
     */
    @GetMapping("/rankings/{purpose}")
    ResponseEntity<String> ranking(
            Caller caller,
            @PathVariable String id,
            @PathVariable String purpose,
            @RequestParam @Nullable String weights) {
        var run = RunsController.id(id);
        var own = WeightsParameter.read(weights, scoring.purpose(caller, run, purpose));
        return RunsController.forEver(scoring.ranking(caller, run, purpose, own));
    }

    /**
     * Kept for an hour only: the method may be made better, which its number in the answer says.
     *
     * @param spread how far the weights may be from the chosen ones: stated, swing or all
     */
    @GetMapping("/certificates/{purpose}")
    ResponseEntity<String> certificate(
            Caller caller,
            @PathVariable String id,
            @PathVariable String purpose,
            @RequestParam @Nullable String weights,
            @RequestParam(defaultValue = "stated") String spread,
            @RequestParam(defaultValue = "1") String seed) {
        var run = RunsController.id(id);
        var own = WeightsParameter.read(weights, scoring.purpose(caller, run, purpose));
        try {
            return forAnHour(scoring.certificate(caller, run, purpose, own, spread(spread), seed(seed)));
        } catch (CertificateRefused e) {
            throw refused(e);
        }
    }

    @GetMapping("/scores/{purpose}/{site}/information")
    ResponseEntity<String> information(
            Caller caller,
            @PathVariable String id,
            @PathVariable String purpose,
            @PathVariable String site,
            @RequestParam @Nullable String weights,
            @RequestParam(defaultValue = "1") String seed) {
        var run = RunsController.id(id);
        var own = WeightsParameter.read(weights, scoring.purpose(caller, run, purpose));
        return forAnHour(scoring.information(caller, run, purpose, site, own, seed(seed)));
    }

    private static Spread spread(String text) {
        return Stream.of(Spread.values())
                .filter(spread -> ConstantName.of(spread).equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        400,
                        new Said("«" + text + "» er ingen spredning.", "'" + text + "' is no spread."),
                        new Said("Velg stated, swing eller all.", "Choose stated, swing or all.")));
    }

    /** As large as a number can be written exactly in a browser. */
    private static long seed(String text) {
        if (!text.matches("\\d{1,15}")) {
            throw new Refusal(
                    400,
                    new Said("«" + text + "» kan ikke være frø.", "'" + text + "' cannot be the seed."),
                    new Said("Skriv et helt tall, høyst 15 sifre.", "Write a whole number of at most 15 digits."));
        }
        return Long.parseLong(text);
    }

    private static Refusal refused(CertificateRefused e) {
        return switch (e.why()) {
            case TOO_LARGE ->
                new Refusal(
                        422,
                        new Said(
                                "Formålet har flere områder enn det kan lages sertifikat for.",
                                "The purpose has more sites than a certificate can be made for."),
                        new Said(
                                "Bruk rangeringen med spenn; den tåler alle.",
                                "Use the ranking with its ranges; it has no such limit."));
            case BUSY ->
                new Refusal(
                        503,
                        new Said("Mange regner samtidig.", "Many are calculating at once."),
                        new Said("Prøv igjen om litt.", "Try again in a moment."));
        };
    }

    private static ResponseEntity<String> forAnHour(String body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
