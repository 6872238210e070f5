package no.arealkompass.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.arealkompass.access.Caller;
import no.arealkompass.snapshot.HandedIn;
import no.arealkompass.snapshot.NoSigningKey;
import no.arealkompass.snapshot.NoSuchSnapshot;
import no.arealkompass.snapshot.Snapshot;
import no.arealkompass.snapshot.Snapshots;
import no.arealkompass.snapshot.Verification;
import no.arealkompass.snapshot.Verifier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Frozen results: made by those who may, downloaded by those who may read them, verified by everyone. */
@RestController
@RequestMapping("/api/snapshots")
class SnapshotsController {
    private final Snapshots snapshots;
    private final Verifier verifier;
    private final Freezing freezing;

    SnapshotsController(Snapshots snapshots, Verifier verifier, Freezing freezing) {
        this.snapshots = snapshots;
        this.verifier = verifier;
        this.freezing = freezing;
    }

    record Body(
            String id,
            String kind,
            String madeAt,
            String madeBy,
            boolean open,
            String documentSha256,
            String pdfSha256,
            String keyId) {
        static Body of(Snapshot one) {
            return new Body(
                    one.id().toString(),
                    one.kind().code(),
                    one.madeAt().toString(),
                    word(one.madeBy()),
                    one.open(),
                    one.documentSha256(),
                    one.pdfSha256(),
                    one.keyId());
        }
    }

    record Items(List<Body> items) {}

    record Names(String nb, String en) {}

    record Newer(String ref, String madeAt, boolean same, String sentence) {}

    /** What a file or an id turned out to be; only outcome is always there. */
    record Answer(
            String outcome,
            @Nullable String id,
            @Nullable String file,
            @Nullable String madeAt,
            @Nullable Body snapshot,
            @Nullable String title,
            @Nullable String strategy,
            @Nullable String strategyName,
            @Nullable String subject,
            @Nullable String purpose,
            @Nullable List<String> sites,
            @Nullable Boolean looked,
            @Nullable Newer newer) {}

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Body> freeze(Caller caller, @RequestBody Freezing.Wish wish) {
        var made = PaperController.atADesk(() -> freezing.freeze(caller, wish));
        return ResponseEntity.created(URI.create("/api/snapshots/" + made.id())).body(Body.of(made));
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Items list(Caller caller, @RequestParam String subject, @RequestParam String strategy) {
        return new Items(snapshots.ofSubject(caller, subject, strategy).stream()
                .map(Body::of)
                .toList());
    }

    /** The public key that signs now, or another one that has signed; readable by openssl as it stands. */
    @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> key(Caller caller, @RequestParam @Nullable String id) {
        var key = id == null ? snapshots.key(caller) : snapshots.key(caller, id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.US_ASCII))
                .body("key-id: " + key.id() + "\n" + key.pem());
    }

    /** By the id of a snapshot, or by the hash of a file with what it says it is of. */
    @GetMapping(path = "/verify", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> verify(
            Caller caller, Locale locale, @RequestParam @Nullable String id, @RequestParam @Nullable String sha256) {
        if (sha256 != null && sha256.matches("[0-9a-f]{64}")) {
            return answer(verifier.verify(caller, sha256, id == null ? null : id(id)), locale);
        }
        if (sha256 != null || id == null) {
            throw new Refusal(
                    400,
                    new Said("Det mangler noe å kontrollere.", "There is nothing to verify."),
                    new Said(
                            "Oppgi id, eller sha256 med 64 heksadesimale tegn.",
                            "Give id, or sha256 of 64 hexadecimal digits."));
        }
        return answer(verifier.verify(caller, id(id)), locale);
    }

    /** The file itself, for a browser that cannot work out its hash. Read piece by piece and not kept. */
    @PostMapping(path = "/verify", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> verify(Caller caller, Locale locale, InputStream file) throws IOException {
        HandedIn handedIn = HandedIn.read(file)
                .orElseThrow(() -> new Refusal(
                        413,
                        new Said("Filen er for stor.", "The file is too large."),
                        new Said(
                                "En utskrift er høyst 20 MB. Velg filen som ble lastet ned.",
                                "A snapshot is at most 20 MB. Choose the file that was downloaded.")));
        return answer(
                verifier.verify(caller, handedIn.sha256(), handedIn.named().orElse(null)), locale);
    }

    private static ResponseEntity<Answer> answer(Verification said, Locale locale) {
        var details = Optional.ofNullable(said.details());
        var newer = details.map(Verification.Details::newer);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answer(
                        word(said.outcome()),
                        said.id() == null ? null : said.id().toString(),
                        said.file() == null ? null : word(said.file()),
                        said.madeAt() == null ? null : said.madeAt().toString(),
                        details.map(d -> Body.of(d.snapshot())).orElse(null),
                        details.map(d -> new Said(d.title().nb(), d.title().en()).in(locale))
                                .orElse(null),
                        details.map(Verification.Details::strategy).orElse(null),
                        details.map(d -> new Said(
                                                d.strategyName().nb(),
                                                d.strategyName().en())
                                        .in(locale))
                                .orElse(null),
                        details.map(Verification.Details::subject).orElse(null),
                        details.map(Verification.Details::purpose).orElse(null),
                        details.map(Verification.Details::sites).orElse(null),
                        details.map(Verification.Details::looked).orElse(null),
                        newer.map(n -> new Newer(
                                        n.ref(),
                                        n.madeAt().toString(),
                                        n.same(),
                                        new Said(n.sentence().nb(), n.sentence().en()).in(locale)))
                                .orElse(null)));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Body get(Caller caller, @PathVariable String id) {
        return Body.of(snapshots.get(caller, id(id)));
    }

    @GetMapping("/{id}/document.json")
    ResponseEntity<byte[]> document(Caller caller, @PathVariable String id) {
        return file(snapshots.document(caller, id(id)), MediaType.APPLICATION_JSON, "utskrift-" + id + ".json");
    }

    @GetMapping("/{id}/document.pdf")
    ResponseEntity<byte[]> pdf(Caller caller, @PathVariable String id) {
        return file(snapshots.pdf(caller, id(id)), MediaType.APPLICATION_PDF, "utskrift-" + id + ".pdf");
    }

    @GetMapping("/{id}/signature")
    ResponseEntity<byte[]> signature(Caller caller, @PathVariable String id) {
        return file(
                snapshots.signature(caller, id(id)), MediaType.APPLICATION_JSON, "utskrift-" + id + "-signatur.json");
    }

    /** To be kept as it is: the browser saves it instead of showing it. */
    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(type)
                .body(bytes);
    }

    /** An address that is no id is of nothing, just as one that was never given out. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noSuchSnapshot(NoSuchSnapshot e, Locale locale) {
        return Problems.answer(
                404,
                "no-such-snapshot",
                locale,
                new Said("Fant ikke utskriften", "Snapshot not found"),
                new Said("Det er ikke noe å hente på denne adressen.", "There is nothing to fetch at this address."),
                new Said(
                        "Se etter om id-en er hel, eller logg inn. «Kontroller utskrift» sier om den er kjent.",
                        "Check that the id is whole, or log in. “Verify a document” says whether it is known."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noSigningKey(NoSigningKey e, Locale locale) {
        return Problems.answer(
                503,
                "no-signing-key",
                locale,
                new Said("Det er ingen nøkkel å signere med", "There is no key to sign with"),
                new Said("Ingenting er frosset.", "Nothing is frozen."),
                new Said(
                        "Driftsansvarlig oppgir en Ed25519-nøkkel i AREAL_SIGNING_KEY, eller en mappe som kan skrives.",
                        "The operator gives an Ed25519 key in AREAL_SIGNING_KEY, or a folder that can be written."));
    }
}
