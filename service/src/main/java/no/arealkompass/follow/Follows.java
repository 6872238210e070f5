package no.arealkompass.follow;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Scope;
import no.arealkompass.follow.FollowFault.Code;
import no.arealkompass.mail.Mail;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Following a plan, a municipality or the region, and what has changed for those who look at the page. */
@Component
public class Follows {
    private static final int MOST = 200;
    private static final int SHOWN = 10;
    private static final int LONGEST_MAIL = 254;

    private final FollowRepository repository;
    private final SeenRepository seen;
    private final Lookout lookout;
    private final Mail mail;
    private final Clock clock;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Follows(
            FollowRepository repository,
            SeenRepository seen,
            Lookout lookout,
            Mail mail,
            Clock clock,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.seen = seen;
        this.lookout = lookout;
        this.mail = mail;
        this.clock = clock;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether the changes of a subject answer for the present data. */
    public enum State {
        /** Nobody follows it, or it was not looked at since the service started. */
        NOT_FOLLOWED,
        WORKING,
        CURRENT,
        /** The check failed; what is shown is older than the data. */
        FAILED
    }

    /**
     * What changed in a subject.
     *
     * @param state whether what is shown answers for the present data
     * @param changes newest first
     */
    public record Changed(State state, List<Seen> changes) {}

    /**
     * Begins to follow: what comes out otherwise from now on is told.
     *
     * @throws FollowFault when a field is wrong, the same is followed already, or too much is followed
     * @throws no.arealkompass.plan.NoSuchPlan when there is no such subject that the caller may see
     */
    public Follow follow(Caller caller, FollowDraft draft) {
        Access.require(caller, Operation.FOLLOW_PLANS);
        var fields = new Fields();
        var subject = fields.text("subject", new Text("Hva som følges («subject»)", "'subject'"), draft.subject(), 120);
        var strategy = fields.text("strategy", new Text("Strategien («strategy»)", "'strategy'"), draft.strategy(), 80);
        var language = language(fields, draft.language());
        var address = address(fields, draft.mail());
        fields.done();
        refuseMore(caller, subject, strategy, address);
        var key = new Watched(subject, strategy, Scope.of(caller));
        var follow = new Follow(
                UUID.randomUUID(),
                subject,
                strategy,
                language,
                key.scope(),
                lookout.begin(key).id(),
                address,
                caller.name(),
                clock.instant());
        transaction.executeWithoutResult(status -> {
            repository.add(follow);
            audit.record(caller, "plan.follow", object(follow.id()), null, subject, "");
        });
        return follow;
    }

    /** What the caller follows, newest first. */
    public List<Follow> own(Caller caller) {
        Access.require(caller, Operation.FOLLOW_PLANS);
        return repository.standingOf(caller.name());
    }

    /** Whether mail can be sent at all; without it the page tells what changed. */
    public boolean mailConfigured(Caller caller) {
        Access.require(caller, Operation.FOLLOW_PLANS);
        return mail.configured();
    }

    /**
     * Ends one of the caller's own; the address is deleted.
     *
     * @throws FollowFault when the caller follows nothing under this id
     */
    @Transactional
    public void end(Caller caller, UUID id) {
        Access.require(caller, Operation.FOLLOW_PLANS);
        boolean own = repository.standingOf(caller.name()).stream()
                .anyMatch(follow -> follow.id().equals(id));
        if (!own || !repository.end(id, clock.instant(), caller.name())) {
            throw FollowFault.of(
                    Code.NO_SUCH_FOLLOW,
                    new Text("Du følger ikke noe med denne id-en.", "You follow nothing under this id."),
                    new Text("Se listen på /api/plan-follows.", "See the list at /api/plan-follows."));
        }
        audit.record(caller, "plan.unfollow", object(id), "followed", "ended", "");
    }

    private static String object(UUID id) {
        return "plan-follow/" + id;
    }

    /**
     * Ends the following whose mail had this token, for whoever has the mail. Does the same whether there was one or not, so
     * that nobody learns anything by trying.
     */
    @Transactional
    public void endByToken(Caller caller, String token) {
        Access.require(caller, Operation.READ_PUBLISHED);
        repository
                .byToken(new Token(token).hash())
                .filter(follow -> repository.end(follow.id(), clock.instant(), "mail"))
                .ifPresent(follow -> audit.record(
                        caller, "plan.unfollow", object(follow.id()), "followed", "ended", "by the link in a mail"));
    }

    /** What changed in a subject that somebody follows, as far as the caller may know; nothing for other subjects. */
    public Changed changes(Caller caller, String subject, String strategy) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var own = new Watched(subject, strategy, Scope.of(caller));
        // A subject nobody follows who sees as far as the caller may be followed by others: then what everyone may
        // know.
        var key = seen.newest(own).isPresent() ? own : new Watched(subject, strategy, Scope.PUBLISHED);
        return new Changed(lookout.state(key), seen.moved(key, SHOWN));
    }

    private void refuseMore(Caller caller, String subject, String strategy, @Nullable String address) {
        var own = repository.standingOf(caller.name());
        boolean already = own.stream()
                .anyMatch(f -> f.subject().equals(subject)
                        && f.strategy().equals(strategy)
                        && Objects.equals(f.mail(), address));
        if (already) {
            throw FollowFault.of(
                    Code.FOLLOWED_ALREADY,
                    new Text("Dette følges allerede.", "This is followed already."),
                    new Text(
                            "Oppgi en annen adresse, eller slutt å følge først.",
                            "Give another address, or stop following first."));
        }
        if (own.size() >= MOST) {
            throw FollowFault.of(
                    Code.TOO_MANY,
                    new Text("Du følger %s planer.", "You follow %s plans.").filled(own.size()),
                    new Text("Slutt å følge noe du ikke trenger.", "Stop following what you do not need."));
        }
    }

    private static String language(Fields fields, @Nullable String given) {
        if (given == null || !List.of("nb", "en").contains(given)) {
            fields.fault(
                    "language",
                    new Text("Språket («language») er ikke kjent.", "'language' is not known."),
                    new Text("Oppgi nb eller en.", "Give nb or en."));
            return "nb";
        }
        return given;
    }

    private static @Nullable String address(Fields fields, @Nullable String given) {
        var address = given == null ? "" : given.strip();
        if (address.isEmpty()) {
            return null;
        }
        if (address.length() > LONGEST_MAIL || !Mail.isAddress(address)) {
            fields.fault(
                    "mail",
                    new Text("Dette er ikke én e-postadresse.", "This is not one e-mail address."),
                    new Text(
                            "Skriv den som navn@kommunen.no, eller la feltet stå tomt.",
                            "Write it as name@municipality.no, or leave the field empty."));
        }
        return address;
    }
}
