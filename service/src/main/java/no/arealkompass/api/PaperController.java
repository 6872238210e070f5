package no.arealkompass.api;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import no.arealkompass.access.Caller;
import no.arealkompass.paper.Language;
import no.arealkompass.paper.Paper;
import no.arealkompass.paper.Report;
import no.arealkompass.plancheck.PlanChecks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A stored plan check on paper and as a picture. */
@RestController
@RequestMapping("/api/plan-checks/{id}")
class PaperController {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Pages take a second of work each; more at once would only wait for each other. */
    private static final Semaphore DESKS = new Semaphore(2);

    private static final int PATIENCE_SECONDS = 30;
    private static final int LEAST_WIDTH = 480;
    private static final int LEAST_HEIGHT = 270;
    private static final int MOST_WIDTH = 3200;
    private static final int MOST_HEIGHT = 2400;

    private final PlanChecks checks;
    private final Paper paper;
    private final PlanExplanations explanations;

    PaperController(PlanChecks checks, Paper paper, PlanExplanations explanations) {
        this.checks = checks;
        this.paper = paper;
        this.explanations = explanations;
    }

    @GetMapping("/report.pdf")
    ResponseEntity<byte[]> report(Caller caller, @PathVariable String id, @RequestParam @Nullable String lang) {
        var check = checks.get(caller, id(id)).json();
        var language = language(lang);
        var report = new Report(
                explanations.standing(caller, check),
                paper.accounts(caller, subject(check), language),
                language.of("Plansjekk ", "Plan check ") + id,
                "urn:arealkompass:plan-check:" + id);
        var pdf = atADesk(() -> paper.report(caller, check, language, report));
        // Reasons may be written any time, so it is asked for anew.
        return answer(pdf, MediaType.APPLICATION_PDF, "plansjekk-" + id + ".pdf", CacheControl.noCache());
    }

    @GetMapping("/map.png")
    ResponseEntity<byte[]> map(
            Caller caller,
            @PathVariable String id,
            @RequestParam @Nullable String width,
            @RequestParam @Nullable String height,
            @RequestParam @Nullable String lang) {
        var check = checks.get(caller, id(id)).json();
        int wide = pixels("width", width, Paper.SLIDE_WIDTH, LEAST_WIDTH, MOST_WIDTH);
        int high = pixels("height", height, Paper.SLIDE_HEIGHT, LEAST_HEIGHT, MOST_HEIGHT);
        var png = atADesk(() -> paper.slide(caller, check, language(lang), wide, high));
        var kept = CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();
        return answer(png, MediaType.IMAGE_PNG, "plansjekk-" + id + ".png", kept);
    }

    private static ResponseEntity<byte[]> answer(byte[] body, MediaType type, String name, CacheControl cache) {
        return ResponseEntity.ok()
                .cacheControl(cache)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .contentType(type)
                .body(body);
    }

    /** What a stored check is of. */
    static String subject(String check) {
        return JSON.readTree(check).path("subject").path("id").asString("");
    }

    /** Does heavy work, in its turn. */
    static <T> T atADesk(Supplier<T> work) {
        boolean seated = false;
        try {
            seated = DESKS.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (seated) {
                return work.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (seated) {
                DESKS.release();
            }
        }
        throw new Refusal(
                503,
                new Said("Mange utskrifter lages samtidig.", "Many documents are being made at once."),
                new Said("Prøv igjen om litt.", "Try again in a moment."));
    }

    /** Bokmål unless English is asked for. */
    static Language language(@Nullable String text) {
        if (text == null || text.equals("nb")) {
            return Language.NB;
        }
        if (text.equals("en")) {
            return Language.EN;
        }
        throw new Refusal(
                400,
                new Said("Språket er ikke kjent.", "The language is not known."),
                new Said("Velg nb eller en.", "Choose nb or en."));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    404,
                    new Said("Det finnes ingen slik plansjekk.", "There is no such plan check."),
                    new Said("Åpne plansjekken og bruk lenkene der.", "Open the plan check and use the links there."));
        }
    }

    private static int pixels(String name, @Nullable String text, int standard, int least, int most) {
        if (text == null) {
            return standard;
        }
        int value = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (value < least || value > most) {
            throw new Refusal(
                    400,
                    new Said("«" + name + "» kan ikke brukes.", "'" + name + "' cannot be used."),
                    new Said(
                            "Oppgi " + least + " til " + most + " bildepunkter.",
                            "Give " + least + " to " + most + " pixels."));
        }
        return value;
    }
}
