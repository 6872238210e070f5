package no.arealkompass.api;

import java.net.URI;
import java.util.List;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import no.arealkompass.follow.Explained;
import no.arealkompass.follow.Reason;
import no.arealkompass.follow.ReasonDraft;
import no.arealkompass.follow.Reasons;
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

/** What municipalities have written about findings, for everyone to read; the accounts behind it are not. */
@RestController
@RequestMapping(path = "/api/plan-reasons", produces = MediaType.APPLICATION_JSON_VALUE)
class PlanReasonsController {
    private final Reasons reasons;

    PlanReasonsController(Reasons reasons) {
        this.reasons = reasons;
    }

    /** @param withdrawnAt null while it is not withdrawn */
    record Body(
            long id,
            String reason,
            String decision,
            String decidedOn,
            String decidedBy,
            Said said,
            String at,
            Role byRole,
            @Nullable String withdrawnAt) {}

    /**
     * @param found whether the check finds it now
     * @param standing the reason that stands; null when the newest is withdrawn
     * @param history all of them, newest first
     */
    record Item(String finding, boolean found, @Nullable Body standing, List<Body> history) {}

    record Items(List<Item> items) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Body> write(Caller caller, @RequestBody ReasonDraft draft) {
        var written = reasons.write(caller, draft);
        return ResponseEntity.created(URI.create("/api/plan-reasons/" + written.id()))
                .body(body(written));
    }

    @GetMapping
    Items list(Caller caller, @RequestParam String subject, @RequestParam String strategy) {
        return new Items(reasons.of(caller, subject, strategy).stream()
                .map(PlanReasonsController::item)
                .toList());
    }

    @DeleteMapping("/{id}")
    Body withdraw(Caller caller, @PathVariable long id) {
        return body(reasons.withdraw(caller, id));
    }

    private static Item item(Explained explained) {
        var history =
                explained.reasons().stream().map(PlanReasonsController::body).toList();
        return new Item(
                explained.finding(), explained.found(), explained.stands() ? history.getFirst() : null, history);
    }

    private static Body body(Reason reason) {
        return new Body(
                reason.id(),
                reason.text(),
                reason.decision(),
                reason.decidedOn().toString(),
                reason.decidedBy(),
                new Said(reason.said().nb(), reason.said().en()),
                reason.at().toString(),
                reason.byRole(),
                reason.withdrawnAt() == null ? null : reason.withdrawnAt().toString());
    }
}
