package no.arealkompass.enquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.enquiry.Enquiry.Event;
import no.arealkompass.enquiry.Enquiry.Note;
import no.arealkompass.enquiry.Enquiry.Person;
import no.arealkompass.enquiry.Enquiry.State;
import no.arealkompass.enquiry.Enquiry.What;
import no.arealkompass.enquiry.EnquiryFault.Code;
import no.arealkompass.mail.Mail;
import no.arealkompass.yaml.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Enquiries (henvendelser): anyone puts one in, those who handle them see what is theirs, and what tells of people is deleted. */
@Component
public class Enquiries {
    private static final Duration STATISTICS = Duration.ofDays(2 * 366);
    private static final int LONGEST_NOTE = 2000;

    private final EnquiryRepository repository;
    private final Handling handling;
    private final EnquiryMails mails;
    private final FormStamp stamps;
    private final SpamLimits limits;
    private final EnquirySettings settings;
    private final Mail mail;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters") // what an enquiry passes through on its way in
    Enquiries(
            EnquiryRepository repository,
            Handling handling,
            EnquiryMails mails,
            FormStamp stamps,
            SpamLimits limits,
            EnquirySettings settings,
            Mail mail,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.handling = handling;
        this.mails = mails;
        this.stamps = stamps;
        this.limits = limits;
        this.settings = settings;
        this.mail = mail;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Something about an enquiry is to be mailed. */
    record ToBeTold() {}

    /** How those are reached who cannot or will not use the form; empty where the operator states none. */
    public record Desk(String mail, String phone, int workingDays, int keepDays, int keepOpenDays) {}

    /**
     * One page of a list.
     *
     * @param total how many there are altogether
     */
    public record Listed(List<Enquiry> items, int total) {}

    /** An enquiry with all that belongs to it. */
    public record Whole(Enquiry enquiry, List<Note> notes, List<Event> events) {}

    /** How the region is reached, and how long what is sent is kept. */
    public Desk desk(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return new Desk(
                settings.mail(),
                settings.phone(),
                settings.workingDays(),
                settings.keepDays(),
                settings.keepOpenDays());
    }

    /** A stamp for a form that is about to be shown on a page of this key. */
    public String stamp(Caller caller, String key) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return stamps.issue(key);
    }

    /**
     * Takes an enquiry in. The same one sent twice within a day is one.
     *
     * @throws EnquiryFault when it is not taken in
     */
    public void ask(Caller caller, EnquiryDraft draft) {
        Access.require(caller, Operation.READ_PUBLISHED);
        refusePrograms(draft);
        var person = EnquiryFields.person(draft);
        var about = draft.about();
        var once = "sent " + stamps.seal(String.join("\n", about.key(), person.mail(), person.message()));
        if (!limits.isNew(once)) {
            return;
        }
        boolean stored = false;
        try {
            if (!limits.admits(draft.client(), about.key())) {
                throw EnquiryFault.of(
                        Code.TOO_MANY,
                        new Text(
                                "Det er kommet mange henvendelser herfra på kort tid.",
                                "Many enquiries have come from here in a short time."),
                        new Text(
                                "Prøv igjen om en time, eller ta kontakt direkte.",
                                "Try again in an hour, or contact us directly."));
            }
            transaction.executeWithoutResult(status -> store(caller, about, person));
            stored = true;
        } finally {
            if (!stored) {
                limits.forget(once);
            }
        }
    }

    private void refusePrograms(EnquiryDraft draft) {
        if (!draft.bait().isEmpty()) {
            throw EnquiryFault.of(
                    Code.REFUSED,
                    new Text(
                            "Henvendelsen ble ikke sendt: et felt som ikke skal fylles ut, var fylt ut.",
                            "The enquiry was not sent: a field that is to stay empty was filled in."),
                    new Text(
                            "Slå av automatisk utfylling og prøv igjen, eller ta kontakt direkte.",
                            "Switch automatic filling off and try again, or contact us directly."));
        }
        if (stamps.check(draft.about().key(), draft.stamp()) != FormStamp.Says.GOOD) {
            throw EnquiryFault.of(
                    Code.SEND_AGAIN,
                    new Text(
                            "Henvendelsen er ikke sendt ennå: skjemaet ble sendt svært raskt, eller har stått åpent lenge.",
                            "The enquiry is not sent yet: the form was sent very quickly, or was open for long."),
                    new Text(
                            "Se over det du har skrevet, og trykk på Send en gang til.",
                            "Look over what you wrote, and press Send once more."));
        }
    }

    private void store(Caller caller, EnquiryDraft.About about, Person person) {
        var now = clock.instant();
        var enquiry = new Enquiry(
                UUID.randomUUID(),
                now,
                about.language(),
                about.origin(),
                about.link(),
                about.sites(),
                repository.municipalities(about.sites()),
                about.requirement(),
                State.NEW,
                null,
                null,
                WorkingTime.due(now, settings.workingDays()),
                null,
                null,
                null,
                1,
                person);
        boolean receipt = settings.receipt() && mail.configured() && limits.admitsReceipt(stamps.seal(person.mail()));
        repository.add(enquiry, person, receipt);
        repository.event(enquiry.id(), new Event(now, caller.name(), What.RECEIVED, null, State.NEW.name()));
        audit.record(caller, "enquiry.receive", object(enquiry.id()), null, State.NEW.name(), "");
        events.publishEvent(new ToBeTold());
    }

    /** Enquiries the caller may see: those that wait first, by deadline. */
    public Listed list(Caller caller, EnquiryFilter filter, int limit, int offset) {
        Access.require(caller, Operation.HANDLE_ENQUIRIES);
        var found = repository.list(filter, WorkingTime.day(clock.instant()), limit, offset);
        return new Listed(found.items(), found.total());
    }

    /**
     * One enquiry.
     *
     * @throws EnquiryFault when there is none that the caller may see
     */
    public Whole get(Caller caller, UUID id) {
        Access.require(caller, Operation.HANDLE_ENQUIRIES);
        var enquiry = handling.find(id);
        return new Whole(enquiry, repository.notes(id), repository.events(id));
    }

    /**
     * Changes its state, owner, deadline, or who answers.
     *
     * @param version the one the change was made from
     * @throws EnquiryFault when somebody else was first, or something cannot be so
     */
    @Transactional
    public Enquiry change(Caller caller, UUID id, int version, EnquiryChange change) {
        Access.require(caller, Operation.HANDLE_ENQUIRIES);
        var changed = handling.change(caller, id, version, change);
        events.publishEvent(new ToBeTold());
        return changed;
    }

    /**
     * Adds a note, which is deleted with what tells of the person.
     *
     * @throws EnquiryFault when it is empty or too long, or there is no such enquiry
     */
    @Transactional
    public void note(Caller caller, UUID id, String text) {
        Access.require(caller, Operation.HANDLE_ENQUIRIES);
        var note = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw EnquiryFault.of(
                    Code.NOT_VALID,
                    new Text("Notatet er tomt eller for langt.", "The note is empty or too long."),
                    new Text("Skriv 1 til %s tegn.", "Write 1 to %s characters.").filled(LONGEST_NOTE));
        }
        handling.standing(id);
        repository.note(id, new Note(clock.instant(), caller.name(), note));
        repository.event(id, new Event(clock.instant(), caller.name(), What.NOTE, null, null));
        audit.record(caller, "enquiry.note", object(id), null, null, "");
    }

    /**
     * Deletes what tells of the person at once, for whoever asks us to; it is closed then.
     *
     * @throws EnquiryFault when somebody else was first
     */
    @Transactional
    public void erase(Caller caller, UUID id, int version) {
        Access.require(caller, Operation.HANDLE_ENQUIRIES);
        handling.requireAll(caller);
        var enquiry = handling.standing(id);
        if (enquiry.version() != version) {
            throw handling.changed(enquiry);
        }
        erase(caller, id, "request");
    }

    /** How quickly the enquiries were answered that the caller may see, by month, for two years. */
    public List<ReplyTimes> replyTimes(Caller caller) {
        Access.require(caller, Operation.HANDLE_ENQUIRIES);
        return ReplyTimes.of(repository.times(clock.instant().minus(STATISTICS)), clock.instant());
    }

    /** Whether the caller handles every enquiry, and may hand one over. */
    public boolean handlesAll(Caller caller) {
        Access.require(caller, Operation.HANDLE_ENQUIRIES);
        return Handling.all(caller);
    }

    /**
     * Mails what is due. For the service itself.
     *
     * @return how many attempts were made
     */
    public int tell(Caller caller) {
        Access.require(caller, Operation.READ_ALL);
        return mails.send(caller);
    }

    /**
     * Deletes what tells of people where its time is up. For the service itself.
     *
     * @return of how many enquiries
     */
    @Transactional
    public int eraseDue(Caller caller) {
        Access.require(caller, Operation.READ_ALL);
        Instant now = clock.instant();
        var due = repository.dueToErase(
                now.minus(Duration.ofDays(settings.keepDays())), now.minus(Duration.ofDays(settings.keepOpenDays())));
        due.forEach(id -> erase(caller, id, "retention"));
        return due.size();
    }

    private void erase(Caller caller, UUID id, String why) {
        if (repository.erase(id, clock.instant())) {
            repository.event(id, new Event(clock.instant(), caller.name(), What.ERASED, null, why));
            audit.record(caller, "enquiry.erase", object(id), null, "erased", why);
        }
    }

    static String object(UUID id) {
        return "enquiry/" + id;
    }
}
