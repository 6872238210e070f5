package no.arealkompass.snapshot;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.Acting;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.paper.Language;
import no.arealkompass.plancheck.PlanChecks;
import no.arealkompass.snapshot.Content.Question;
import no.arealkompass.snapshot.Snapshot.Kind;
import no.arealkompass.snapshot.Verification.Details;
import no.arealkompass.snapshot.Verification.File;
import no.arealkompass.snapshot.Verification.Newer;
import no.arealkompass.snapshot.Verification.Outcome;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a snapshot, or a file somebody holds, is what was frozen, and whether something newer is in use. For everyone; of a
 * snapshot that is not for the caller it tells no more than whether it is unchanged, and when it was made.
 */
@Service
public class Verifier {
    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SnapshotRepository repository;
    private final PlanChecks checks;
    private final Content contents;

    Verifier(SnapshotRepository repository, PlanChecks checks, Content contents) {
        this.repository = repository;
        this.checks = checks;
        this.contents = contents;
    }

    /** The snapshot of an id, as it is stored here. */
    public Verification verify(Caller caller, UUID id) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return find(id).map(frozen -> said(caller, frozen, null)).orElse(Verification.UNKNOWN);
    }

    /**
     * A file, by its hash and the snapshot it says it is of. A file that names a snapshot and is none of its files is altered.
     *
     * @param named what the file itself, or whoever holds it, says it is of
     */
    public Verification verify(Caller caller, String sha256, @Nullable UUID named) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var candidate = Optional.ofNullable(named).or(() -> byHash(sha256)).flatMap(this::find);
        if (candidate.isEmpty()) {
            return Verification.UNKNOWN;
        }
        var frozen = candidate.get();
        return frozen.file(sha256)
                .map(file -> said(caller, frozen, file))
                .orElseGet(() -> new Verification(
                        Outcome.ALTERED, frozen.head().id(), null, frozen.head().madeAt(), null));
    }

    /** Whoever holds the paper may know whether it is unchanged, also where its content is not for everyone. */
    private Optional<Frozen> find(UUID id) {
        return Acting.as(Caller.service("verify"), () -> repository.find(id));
    }

    private Optional<UUID> byHash(String sha256) {
        return Acting.as(Caller.service("verify"), () -> repository.byHash(sha256));
    }

    private Verification said(Caller caller, Frozen frozen, @Nullable File file) {
        var head = frozen.head();
        if (!frozen.intact()) {
            return new Verification(Outcome.ALTERED, head.id(), file, head.madeAt(), null);
        }
        if (!Snapshots.mayRead(caller, frozen)) {
            return new Verification(Outcome.VALID, head.id(), file, head.madeAt(), null);
        }
        var details = details(head.open() ? Caller.PUBLIC : caller, frozen);
        var outcome = details.newer() == null ? Outcome.VALID : Outcome.SUPERSEDED;
        return new Verification(outcome, head.id(), file, head.madeAt(), details);
    }

    /** @param viewer whose newest answer counts: everyone's for what is for everyone */
    private Details details(Caller viewer, Frozen frozen) {
        var content = JSON.readTree(frozen.document()).path("content");
        boolean check = frozen.head().kind() == Kind.PLAN_CHECK;
        var strategy = check ? content.path("strategy") : content.path("run").path("strategy");
        var look = look(viewer, frozen.head(), content);
        return new Details(
                frozen.head(),
                check
                        ? text(content.path("subject").path("name"))
                        : new Text(ScoreSheet.subject(content, Language.NB), ScoreSheet.subject(content, Language.EN)),
                strategy.path("id").asString("") + "/"
                        + strategy.path("version").asString(""),
                text(strategy.path("name")),
                check ? content.path("subject").path("id").asString("") : null,
                check ? null : content.path("purpose").path("id").asString(""),
                content.path("sites")
                        .valueStream()
                        .map(site -> site.path("id").asString(""))
                        .toList(),
                look.done(),
                look.newer());
    }

    /** A look for something newer, and whether it could be taken. */
    private record Look(boolean done, @Nullable Newer newer) {}

    /** What has become of plans and data must never stand in the way of the proof. */
    private Look look(Caller viewer, Snapshot head, JsonNode content) {
        try {
            return new Look(
                    true,
                    head.kind() == Kind.PLAN_CHECK
                            ? newerCheck(viewer, content)
                            : contents.newer(viewer, Question.of(head.about()), content));
        } catch (RuntimeException e) {
            LOG.info("Whether anything is newer than snapshot {} cannot be told: {}", head.id(), e.getMessage());
            return new Look(false, null);
        }
    }

    private @Nullable Newer newerCheck(Caller viewer, JsonNode frozen) {
        var latest = checks.latest(
                viewer,
                frozen.path("subject").path("id").asString(""),
                frozen.path("strategy").path("id").asString(""));
        if (latest.id().toString().equals(frozen.path("id").asString(""))) {
            return null;
        }
        var now = JSON.readTree(latest.json());
        boolean same = answer(now).equals(answer(frozen));
        return new Newer(
                latest.id().toString(),
                Instant.parse(now.path("madeAt").asString()),
                same,
                same
                        ? new Text(
                                "Den nyere kontrollen kommer til samme svar.",
                                "The newer check comes to the same answer.")
                        : new Text(
                                        "Den nyere kontrollen kommer til et annet svar: %s",
                                        "The newer check comes to another answer: %s")
                                .filled(text(now.path("verdict").path("sentence"))));
    }

    /** What a reader would call the answer: the outcome, and how many rules came out how. */
    private static String answer(JsonNode check) {
        var verdict = check.path("verdict");
        return CanonicalJson.text(verdict.path("outcome")) + CanonicalJson.text(verdict.path("rules"));
    }

    private static Text text(JsonNode text) {
        return new Text(text.path("nb").asString(""), text.path("en").asString(""));
    }
}
