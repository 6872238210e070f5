package no.arealkompass.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.Acting;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.mail.Mail;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links for one recipient each. Senders make, see, extend, reissue and withdraw their own; an administrator sees and ends
 * all. Whoever holds a token opens what it was made for, as long as it stands and the sender may still show it.
 */
@Component
public class Links {
    /** Characters that an address of a link may have, so that a mail program does not break it. */
    public static final int LONGEST_ADDRESS = 60;

    private static final Logger LOG = LoggerFactory.getLogger(Links.class);
    private static final String PATH = "/i/";
    private static final int TOKEN = 22;
    private static final int MOST_STANDING = 500;
    private static final int MOST_LISTED = 1000;
    private static final Caller SERVICE = Caller.service("links");

    private final Cache<UUID, Link> previews = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();
    private final LinkRepository links;
    private final VisitRepository visits;
    private final LinkReader reader;
    private final Doorway doorway;
    private final Audit audit;
    private final Mail mail;
    private final Clock clock;

    Links(
            LinkRepository links,
            VisitRepository visits,
            LinkReader reader,
            Doorway doorway,
            Audit audit,
            Mail mail,
            Clock clock) {
        this.links = links;
        this.visits = visits;
        this.reader = reader;
        this.doorway = doorway;
        this.audit = audit;
        this.mail = mail;
        this.clock = clock;
        if (addressLength() >= LONGEST_ADDRESS) {
            LOG.warn(
                    "Links will have addresses of {} characters with AREAL_PAGE as it is; mail programs may break more than {}.",
                    addressLength(),
                    LONGEST_ADDRESS);
        }
    }

    /** Makes a link. @throws LinkFault with all that is wrong; nothing is then stored */
    @Transactional
    public Made make(Caller caller, LinkDraft draft) {
        Access.require(caller, Operation.SHARE);
        var link = reader.read(caller, draft);
        if (links.standingOf(caller.name(), clock.instant()) >= MOST_STANDING) {
            throw LinkFault.of(
                    LinkFault.Code.NOT_VALID,
                    new Text("Du har %s lenker som gjelder.", "You have %s links that stand.").filled(MOST_STANDING),
                    new Text("Trekk noen du ikke trenger.", "Withdraw some that you do not need."));
        }
        var token = Secret.random();
        links.add(link, token.hash());
        audit.record(caller, "link.make", link.object(), null, state(link), String.join(", ", link.sites()));
        return made(link, token);
    }

    /** The caller's own links, for an administrator all; newest first. */
    public List<Link> list(Caller caller) {
        Access.require(caller, Operation.SHARE);
        return links.list(seesAll(caller) ? null : caller.name(), clock.instant(), MOST_LISTED);
    }

    /** One link. @throws LinkFault when the caller has none with this id */
    public Link get(Caller caller, UUID id) {
        Access.require(caller, Operation.SHARE);
        return links.find(id, clock.instant())
                .filter(link -> seesAll(caller) || link.madeBy().equals(caller.name()))
                .orElseThrow(LinkFault::noSuchLink);
    }

    /** When a link was opened, newest first, at most 200. */
    public List<Opening> openings(Caller caller, UUID id) {
        return visits.openings(get(caller, id).id(), 200);
    }

    /** Ends a link for good; one that is ended already stays so. */
    @Transactional
    public Link withdraw(Caller caller, UUID id) {
        var before = get(caller, id);
        if (links.withdraw(id, clock.instant())) {
            var after = get(caller, id);
            audit.record(caller, "link.withdraw", before.object(), state(before), state(after), "");
        }
        return get(caller, id);
    }

    /** Sets another last day, from today to a year from now. @throws LinkFault when it is withdrawn, or the day is wrong */
    @Transactional
    public Link extend(Caller caller, UUID id, @Nullable String until) {
        var before = get(caller, id);
        var faults = new Faults();
        var expires = reader.until(faults, until);
        faults.done();
        if (!links.extend(id, expires)) {
            throw LinkFault.withdrawn();
        }
        var after = get(caller, id);
        audit.record(caller, "link.extend", before.object(), state(before), state(after), "");
        return after;
    }

    /** Gives the link another token; the old one opens nothing from here on. @throws LinkFault when it is withdrawn */
    @Transactional
    public Made reissue(Caller caller, UUID id) {
        var link = get(caller, id);
        var token = Secret.random();
        if (!links.reissue(id, token.hash())) {
            throw LinkFault.withdrawn();
        }
        audit.record(caller, "link.reissue", link.object(), state(link), state(link), "");
        return made(link, token);
    }

    /** What the recipient will see of a link, not counted as an opening. */
    public Opened.Shown preview(Caller caller, UUID id) {
        return seen(get(caller, id));
    }

    /**
     * Keeps a link that is not made yet for some minutes, for its sender to look at. Nothing is stored.
     *
     * @throws LinkFault with all that is wrong
     */
    public UUID keepPreview(Caller caller, LinkDraft draft) {
        Access.require(caller, Operation.SHARE);
        var link = reader.read(caller, draft);
        previews.put(link.id(), link);
        return link.id();
    }

    /** What the recipient would see of it. @throws LinkFault when it is not kept any more, or is somebody else's */
    public Opened.Shown keptPreview(Caller caller, UUID id) {
        Access.require(caller, Operation.SHARE);
        return Optional.ofNullable(previews.getIfPresent(id))
                .filter(link -> link.madeBy().equals(caller.name()))
                .map(this::seen)
                .orElseThrow(LinkFault::noSuchLink);
    }

    private Opened.Shown seen(Link link) {
        var shown = doorway.preview(link);
        if (shown.sites().isEmpty()) {
            throw LinkFault.of(
                    LinkFault.Code.NOTHING_LEFT,
                    new Text("Ingen av områdene i lenken kan vises nå.", "None of the link's sites can be shown now."),
                    new Text(
                            "Områdene er trukket, eller avsenderen ser dem ikke lenger. Lag en ny lenke.",
                            "The sites are withdrawn, or the sender no longer sees them. Make a new link."));
        }
        return shown;
    }

    /** Opens what the token was given out for. */
    public Opened open(Caller caller, Visit visit) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return Acting.as(SERVICE, () -> doorway.open(visit));
    }

    /** Sends a code if the link asks for one and this is its address. Says nothing of whether it did. */
    public void askCode(Caller caller, Visit visit, String address) {
        Access.require(caller, Operation.READ_PUBLISHED);
        Acting.as(SERVICE, () -> doorway.askCode(SERVICE, visit, address));
    }

    /** Changes the right code into a cookie, once; every try counts. */
    public Optional<Pass> enterCode(Caller caller, Visit visit, String code) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return Acting.as(SERVICE, () -> doorway.enterCode(visit, code));
    }

    /**
     * Deletes recipient, contact, message and addresses of links that ended long ago; such a link cannot be taken up again.
     *
     * @return how many there were
     */
    @Transactional
    public int forget(Caller caller, Duration after) {
        Access.require(caller, Operation.MANAGE_ACCOUNTS);
        return links.forget(clock.instant().minus(after), clock.instant());
    }

    /** Whether codes can be sent at all. */
    public boolean mailConfigured(Caller caller) {
        Access.require(caller, Operation.SHARE);
        return mail.configured();
    }

    /** How long the address of a link will be. */
    public int addressLength() {
        return mail.page().length() + PATH.length() + TOKEN;
    }

    private Made made(Link link, Secret token) {
        var path = PATH + token.text();
        return new Made(link, path, mail.page() + path);
    }

    private static boolean seesAll(Caller caller) {
        return Access.may(caller, Operation.READ_ALL);
    }

    /** What the audit trail keeps of a link: its state and its last day. */
    private static String state(Link link) {
        var last = LocalDate.ofInstant(link.expiresAt().minusSeconds(1), LinkReader.ZONE);
        return link.state() + " " + last;
    }
}
