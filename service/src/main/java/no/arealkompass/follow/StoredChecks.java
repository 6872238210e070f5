package no.arealkompass.follow;

import java.util.Optional;
import java.util.UUID;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Scope;
import no.arealkompass.plan.NoSuchPlan;
import no.arealkompass.plancheck.PlanChecks;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents of the plan check as this package reads them. */
@Component
class StoredChecks {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PlanChecks checks;

    StoredChecks(PlanChecks checks) {
        this.checks = checks;
    }

    /**
     * The check that answers for the present state; made when it is not there yet.
     *
     * @throws NoSuchPlan when there is no such subject that the caller may see
     */
    JsonNode latest(Caller caller, String subject, String strategy) {
        return JSON.readTree(checks.latest(caller, subject, strategy).json());
    }

    /** Makes again what was ever asked for, so that nobody waits for it. */
    void refresh() {
        checks.refresh(Scope.ALL.reader());
    }

    /** A check as it was stored, the same for ever. */
    JsonNode stored(Caller caller, UUID id) {
        return JSON.readTree(checks.get(caller, id).json());
    }

    /** The present check as everyone may read it; empty when the subject is not for everyone. */
    Optional<JsonNode> publicLatest(String subject, String strategy) {
        try {
            return Optional.of(latest(Caller.PUBLIC, subject, strategy));
        } catch (NoSuchPlan e) {
            return Optional.empty();
        }
    }
}
