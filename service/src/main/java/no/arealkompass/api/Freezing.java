package no.arealkompass.api;

import java.util.List;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.paper.Language;
import no.arealkompass.paper.Paper;
import no.arealkompass.plancheck.PlanChecks;
import no.arealkompass.snapshot.Snapshot;
import no.arealkompass.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is asked to be frozen, read and put together. */
@Component
class Freezing {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_SITES = 6;

    private final Snapshots snapshots;
    private final PlanChecks checks;
    private final Paper paper;
    private final PlanExplanations explanations;

    Freezing(Snapshots snapshots, PlanChecks checks, Paper paper, PlanExplanations explanations) {
        this.paper = paper;
        this.snapshots = snapshots;
        this.checks = checks;
        this.explanations = explanations;
    }

    /**
     * The body of a request.
     *
     * @param kind plan-check, score or comparison
     * @param edition "public": the same check as everyone sees it, without inputs, proposals and drafts
     */
    record Wish(
            @Nullable String kind,
            @Nullable String check,
            @Nullable String edition,
            @Nullable String run,
            @Nullable String purpose,
            @Nullable List<String> sites,
            @Nullable String lang) {}

    Snapshot freeze(Caller caller, Wish wish) {
        Access.require(caller, Operation.FREEZE);
        var language = PaperController.language(wish.lang());
        return switch (String.valueOf(wish.kind())) {
            case "plan-check" -> check(caller, wish, language);
            case "score" -> scores(caller, wish, 1, 1, language);
            case "comparison" -> scores(caller, wish, 2, MOST_SITES, language);
            default ->
                throw refusal(
                        new Said("«kind» er ikke kjent.", "'kind' is not known."),
                        new Said("Oppgi plan-check, score eller comparison.", "Give plan-check, score or comparison."));
        };
    }

    private Snapshot check(Caller caller, Wish wish, Language language) {
        var asked = checks.get(caller, SnapshotsController.id(given(wish.check(), "check")));
        if (!"public".equals(wish.edition())) {
            return frozen(caller, asked.id(), asked.json(), language);
        }
        var subject = JSON.readTree(asked.json());
        var everyones = checks.latest(
                Caller.PUBLIC,
                subject.path("subject").path("id").asString(""),
                subject.path("strategy").path("id").asString(""));
        return frozen(caller, everyones.id(), everyones.json(), language);
    }

    private Snapshot frozen(Caller caller, UUID id, String json, Language language) {
        boolean open = JSON.readTree(json).path("scope").asString("").equals("published");
        var reader = open ? Caller.PUBLIC : caller;
        var standing = explanations.standing(reader, json);
        var accounts = paper.accounts(reader, PaperController.subject(json), language);
        return snapshots.freezeCheck(caller, id, standing, accounts, language);
    }

    private Snapshot scores(Caller caller, Wish wish, int least, int most, Language language) {
        var sites = wish.sites() == null
                ? List.<String>of()
                : wish.sites().stream().distinct().toList();
        if (sites.size() < least || sites.size() > most) {
            throw refusal(
                    new Said("Antall områder passer ikke.", "The number of sites does not fit."),
                    new Said(
                            "En vurdering er av ett område, en sammenlikning av to til seks.",
                            "A score is of one site, a comparison of two to six."));
        }
        var run = RunsController.id(given(wish.run(), "run"));
        return snapshots.freezeScores(caller, run, given(wish.purpose(), "purpose"), sites, language);
    }

    private static String given(@Nullable String text, String name) {
        if (text == null || text.isBlank()) {
            throw refusal(
                    new Said("«" + name + "» mangler.", "'" + name + "' is missing."),
                    new Said("Se /v3/api-docs for hva som må med.", "See /v3/api-docs for what must be given."));
        }
        return text;
    }

    private static Refusal refusal(Said what, Said remedy) {
        return new Refusal(422, what, remedy);
    }
}
