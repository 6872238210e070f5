package no.arealkompass.api;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.arealkompass.access.Accounts;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import no.arealkompass.access.TrialAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and their sessions; for the administrator. */
@RestController
@RequestMapping(path = "/api/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountsController {
    private final Accounts accounts;
    private final MunicipalityNames names;

    AccountsController(Accounts accounts, MunicipalityNames names) {
        this.accounts = accounts;
        this.names = names;
    }

    record Draft(
            @Nullable String name,
            @Nullable String role,
            @Nullable Set<String> municipalities) {}

    record Open(boolean enabled) {}

    record Body(String name, Role role, Set<String> municipalities, boolean enabled) {}

    record Listed(Accounts.Kind kind, List<Body> items) {}

    @GetMapping
    ResponseEntity<Listed> list(Caller caller) {
        var items = accounts.list(caller).stream().map(AccountsController::body).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Listed(accounts.kind(), items));
    }

    /** The password is in this answer and nowhere else. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrialAccounts.Created> create(Caller caller, @RequestBody Draft draft) {
        var made = accounts.create(
                caller, draft.name() == null ? "" : draft.name(), role(draft), names.known(draft.municipalities()));
        return ResponseEntity.created(URI.create("/api/accounts/" + made.name()))
                .cacheControl(CacheControl.noStore())
                .body(made);
    }

    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Body change(Caller caller, @PathVariable String name, @RequestBody Draft draft) {
        return body(accounts.change(caller, name, role(draft), names.known(draft.municipalities())));
    }

    @PutMapping(path = "/{name}/enabled", consumes = MediaType.APPLICATION_JSON_VALUE)
    Body enable(Caller caller, @PathVariable String name, @RequestBody Open open) {
        return body(accounts.enable(caller, name, open.enabled()));
    }

    /** The password is in this answer and nowhere else. */
    @PostMapping("/{name}/password")
    ResponseEntity<TrialAccounts.Created> newPassword(Caller caller, @PathVariable String name) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(accounts.newPassword(caller, name));
    }

    @DeleteMapping("/{name}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(Caller caller, @PathVariable String name) {
        accounts.endSessions(caller, name);
    }

    /** Everybody is logged out, the caller too. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAllSessions(Caller caller) {
        accounts.endAllSessions(caller);
    }

    /** What is no role of a person is refused by the facade. */
    private static Role role(Draft draft) {
        return draft.role() == null
                ? Role.PUBLIC
                : Constants.read(Role.class, draft.role()).orElse(Role.PUBLIC);
    }

    private static Body body(Accounts.Account account) {
        return new Body(account.name(), account.role(), new TreeSet<>(account.municipalities()), account.enabled());
    }
}
