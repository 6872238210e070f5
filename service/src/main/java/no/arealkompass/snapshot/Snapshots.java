package no.arealkompass.snapshot;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Scope;
import no.arealkompass.paper.Explanation;
import no.arealkompass.paper.Language;
import no.arealkompass.paper.Paper;
import no.arealkompass.paper.Report;
import no.arealkompass.paper.Sheet;
import no.arealkompass.plancheck.PlanChecks;
import no.arealkompass.snapshot.Content.Question;
import no.arealkompass.snapshot.Snapshot.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results frozen for a case file. A snapshot is never changed and never removed, and is proved by its signature alone: what
 * becomes of plans, data and strategies afterwards does not touch it. Every method throws
 * {@link no.arealkompass.access.AccessDenied} when the caller may not.
 */
@Service
public class Snapshots {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FORMAT = "arealkompass-document/1";

    private final SnapshotRepository repository;
    private final SigningKeys keys;
    private final PlanChecks checks;
    private final Content contents;
    private final Paper paper;
    private final Clock clock;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Snapshots(
            SnapshotRepository repository,
            SigningKeys keys,
            PlanChecks checks,
            Content contents,
            Paper paper,
            Clock clock,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.keys = keys;
        this.checks = checks;
        this.contents = contents;
        this.paper = paper;
        this.clock = clock;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A snapshot in the making: what its document says of itself. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    private record Draft(UUID id, Kind kind, String about, Instant madeAt, Scope scope, byte[] document) {
        String mark(Language language) {
            return language.of("Utskrift ", "Snapshot ") + id + " · SHA-256 " + SigningKey.Sha256.of(document);
        }
    }

    /**
     * Freezes a stored plan check.
     *
     * @param explanations what municipalities have written about its findings and stands now
     * @param tables area accounts to be printed with it
     * @throws NoSigningKey when nothing can be signed
     */
    public Snapshot freezeCheck(
            Caller caller, UUID check, List<Explanation> explanations, List<Sheet.Table> tables, Language language) {
        Access.require(caller, Operation.FREEZE);
        var json = checks.get(caller, check).json();
        var content = JSON.readTree(json);
        var draft = draft(caller, Kind.PLAN_CHECK, about(content), content, explanations);
        var report = new Report(explanations, tables, draft.mark(language), Snapshot.identifier(draft.id()));
        return seal(caller, draft, paper.report(caller, json, language, report));
    }

    /**
     * Freezes the scores of one site, or of up to six that are compared, for a purpose in a run.
     *
     * @throws no.arealkompass.score.NoSuchRun when the caller may not see the run, or it has no such score
     */
    public Snapshot freezeScores(Caller caller, UUID run, String purpose, List<String> sites, Language language) {
        Access.require(caller, Operation.FREEZE);
        var question = new Question(run, purpose, List.copyOf(sites));
        var kind = sites.size() == 1 ? Kind.SCORE : Kind.COMPARISON;
        var content = contents.of(caller, question);
        var draft = draft(caller, kind, question.about(), content, List.of());
        var sheet = ScoreSheet.of(content, language, draft.mark(language), Snapshot.identifier(draft.id()));
        return seal(caller, draft, paper.print(caller, sheet, draft.madeAt()));
    }

    private Draft draft(Caller caller, Kind kind, String about, JsonNode content, List<Explanation> explanations) {
        var id = UUID.randomUUID();
        var madeAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var scope = scope(kind, content);
        var document = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("identifier", Snapshot.identifier(id))
                .put("kind", kind.code())
                .put("madeAt", madeAt.toString())
                .put("madeBy", caller.role().name())
                .put("public", scope.equals(Scope.PUBLISHED));
        document.set("content", content);
        var written = document.putArray("explanations");
        for (var one : explanations) {
            written.addObject()
                    .put("finding", one.finding())
                    .put("text", one.text())
                    .put("decision", one.decision())
                    .put("decidedBy", one.decidedBy())
                    .put("decidedOn", one.decidedOn().toString());
        }
        return new Draft(id, kind, about, madeAt, scope, CanonicalJson.of(document));
    }

    /** What was worked out over drafts, inputs or proposals is for those who see them. */
    private static Scope scope(Kind kind, JsonNode content) {
        var scope = kind == Kind.PLAN_CHECK
                ? content.path("scope")
                : content.path("run").path("scope");
        return Scope.read(scope.asString());
    }

    private Snapshot seal(Caller caller, Draft draft, byte[] pdf) {
        var key = keys.inUse();
        var head = new Snapshot(
                draft.id(),
                draft.kind(),
                draft.about(),
                draft.madeAt(),
                caller.role(),
                draft.scope(),
                SigningKey.Sha256.of(draft.document()),
                SigningKey.Sha256.of(pdf),
                key.id());
        var manifest = new Manifest(
                        head.id(),
                        head.kind(),
                        head.madeAt().toString(),
                        head.documentSha256(),
                        head.pdfSha256(),
                        key.id())
                .bytes();
        store(caller, new Frozen(head, draft.document(), pdf, manifest, key.sign(manifest), key.pem()));
        return head;
    }

    private void store(Caller caller, Frozen frozen) {
        transaction.executeWithoutResult(status -> {
            repository.store(frozen);
            audit.record(
                    caller,
                    "snapshot.freeze",
                    "snapshot/" + frozen.head().id(),
                    null,
                    frozen.head().kind().name(),
                    "");
        });
    }

    /** What is known of it. @throws NoSuchSnapshot when there is none the caller may read */
    public Snapshot get(Caller caller, UUID id) {
        return readable(caller, id).head();
    }

    /** Canonical JSON. @throws NoSuchSnapshot when there is none the caller may read */
    public byte[] document(Caller caller, UUID id) {
        return readable(caller, id).document();
    }

    /** The pages. @throws NoSuchSnapshot when there is none the caller may read */
    public byte[] pdf(Caller caller, UUID id) {
        return readable(caller, id).pdf();
    }

    /** What was signed, and the signature, as JSON. @throws NoSuchSnapshot when there is none the caller may read */
    public byte[] signature(Caller caller, UUID id) {
        return readable(caller, id).signatureFile();
    }

    private Frozen readable(Caller caller, UUID id) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository
                .find(id)
                .filter(frozen -> mayRead(caller, frozen))
                .orElseThrow(() -> new NoSuchSnapshot(id.toString()));
    }

    static boolean mayRead(Caller caller, Frozen frozen) {
        return frozen.head().scope().within(Scope.of(caller));
    }

    /** The snapshots of plan checks of a subject by a strategy that the caller may read, newest first. */
    public List<Snapshot> ofSubject(Caller caller, String subject, String strategy) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository.of(Kind.PLAN_CHECK, about(subject, strategy), Scope.of(caller));
    }

    private static String about(JsonNode check) {
        return about(
                check.path("subject").path("id").asString(""),
                check.path("strategy").path("id").asString(""));
    }

    private static String about(String subject, String strategy) {
        return subject + "/" + strategy;
    }

    /** Id and PEM of the public key that signs now. @throws NoSigningKey when there is none */
    public PublicKey key(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var key = keys.inUse();
        return new PublicKey(key.id(), key.pem());
    }

    /** The public half of a key that signs or has signed. @throws NoSuchSnapshot when none of that id has */
    public PublicKey key(Caller caller, String id) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository
                .publicPem(id)
                .map(pem -> new PublicKey(id, pem))
                .orElseThrow(() -> new NoSuchSnapshot("signed with key " + id));
    }

    /** What snapshots can be checked with. */
    public record PublicKey(String id, String pem) {}
}
