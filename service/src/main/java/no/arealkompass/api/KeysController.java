package no.arealkompass.api;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import no.arealkompass.access.Caller;
import no.arealkompass.access.MachineKey;
import no.arealkompass.access.MachineKeys;
import no.arealkompass.access.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys of machines, for those who may make them. */
@RestController
@RequestMapping(path = "/api/keys", produces = MediaType.APPLICATION_JSON_VALUE)
class KeysController {
    private final MachineKeys keys;
    private final MunicipalityNames names;

    KeysController(MachineKeys keys, MunicipalityNames names) {
        this.keys = keys;
        this.names = names;
    }

    record Draft(
            @Nullable String label,
            @Nullable Set<String> scopes,
            @Nullable Set<String> municipalities,
            @Nullable String expiresOn) {}

    record Body(
            UUID id,
            String prefix,
            String label,
            Set<Operation> scopes,
            Set<String> municipalities,
            String madeBy,
            String madeOn,
            String expiresOn,
            @Nullable String lastUsedOn,
            boolean revoked) {}

    record Listed(Set<Operation> scopes, List<Body> items) {}

    record Created(Body key, String secret) {}

    /** Also what a new key could be allowed. */
    @GetMapping
    ResponseEntity<Listed> list(Caller caller) {
        var items = keys.list(caller).stream().map(KeysController::body).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Listed(new TreeSet<>(keys.scopes(caller)), items));
    }

    /** The key itself is in this answer and nowhere else. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Created> create(Caller caller, @RequestBody Draft draft) {
        var made = keys.create(
                caller,
                draft.label() == null ? "" : draft.label().strip(),
                scopes(draft.scopes()),
                names.known(draft.municipalities()),
                day(draft.expiresOn()));
        return ResponseEntity.created(URI.create("/api/keys/" + made.key().id()))
                .cacheControl(CacheControl.noStore())
                .body(new Created(body(made.key()), made.secret()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID id) {
        keys.revoke(caller, id);
    }

    private static Set<Operation> scopes(@Nullable Set<String> names) {
        if (names == null) {
            return Set.of();
        }
        return names.stream()
                .map(name -> Constants.read(Operation.class, name)
                        .orElseThrow(() -> new Refusal(
                                422,
                                new Said("En av tilgangene finnes ikke.", "One of the scopes does not exist."),
                                new Said("Bruk «scopes» fra /api/keys.", "Use 'scopes' of /api/keys."))))
                .collect(Collectors.toSet());
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw new Refusal(
                    422,
                    new Said("Utløpsdatoen («expiresOn») mangler.", "'expiresOn' is missing."),
                    new Said("Skriv datoen som 2027-05-17.", "Write the day as 2027-05-17."));
        }
    }

    private static Body body(MachineKey key) {
        return new Body(
                key.id(),
                key.prefix(),
                key.label(),
                new TreeSet<>(key.scopes()),
                new TreeSet<>(key.municipalities()),
                key.madeBy(),
                key.madeAt().toString().substring(0, 10),
                key.expiresOn().toString(),
                key.lastUsedOn() == null ? null : key.lastUsedOn().toString(),
                key.revokedAt() != null);
    }
}
