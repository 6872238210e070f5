package no.arealkompass.api;

import java.util.List;
import no.arealkompass.access.Caller;
import no.arealkompass.follow.Explained;
import no.arealkompass.follow.Reasons;
import no.arealkompass.paper.Explanation;
import no.arealkompass.plan.NoSuchPlan;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What municipalities have written about the findings of a check, as far as it stands now. */
@Component
class PlanExplanations {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Reasons reasons;

    PlanExplanations(Reasons reasons) {
        this.reasons = reasons;
    }

    /** @param check the stored document; a subject that is no more has nothing written about it that stands */
    List<Explanation> standing(Caller caller, String check) {
        var document = JSON.readTree(check);
        try {
            return reasons
                    .of(
                            caller,
                            document.path("subject").path("id").asString(""),
                            document.path("strategy").path("id").asString(""))
                    .stream()
                    .filter(Explained::stands)
                    .map(explained -> explained.reasons().getFirst())
                    .map(reason -> new Explanation(
                            reason.finding(), reason.text(), reason.decision(), reason.decidedBy(), reason.decidedOn()))
                    .toList();
        } catch (NoSuchPlan e) {
            return List.of();
        }
    }
}
