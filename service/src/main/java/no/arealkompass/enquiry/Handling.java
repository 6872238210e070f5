package no.arealkompass.enquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Role;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.enquiry.Enquiry.Event;
import no.arealkompass.enquiry.Enquiry.State;
import no.arealkompass.enquiry.Enquiry.What;
import no.arealkompass.enquiry.EnquiryFault.Code;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those do who handle an enquiry: from one state to another, with a trace of every step. */
@Component
class Handling {
    private static final int LONGEST_OWNER = 80;
    private static final int LATEST_DAYS = 366;

    private final EnquiryRepository repository;
    private final Datasets datasets;
    private final Audit audit;
    private final Clock clock;

    Handling(EnquiryRepository repository, Datasets datasets, Audit audit, Clock clock) {
        this.repository = repository;
        this.datasets = datasets;
        this.audit = audit;
        this.clock = clock;
    }

    /** The region's contact has no municipality of its own, and the administrator needs none. */
    static boolean all(Caller caller) {
        return Access.may(caller, Operation.READ_ALL)
                || (caller.role() == Role.RECRUITER && caller.municipalities().isEmpty());
    }

    /** @throws AccessDenied when the caller handles only what is its municipalities' */
    void requireAll(Caller caller) {
        if (!all(caller)) {
            throw AccessDenied.elsewhere(caller, Operation.HANDLE_ENQUIRIES, "");
        }
    }

    Enquiry find(UUID id) {
        return repository
                .find(id)
                .orElseThrow(() -> EnquiryFault.of(
                        Code.NO_SUCH_ENQUIRY,
                        new Text("Det er ingen slik henvendelse her.", "There is no such enquiry here."),
                        new Text("Se listen på /api/enquiries.", "See the list at /api/enquiries.")));
    }

    /** One that still tells of a person. */
    Enquiry standing(UUID id) {
        var enquiry = find(id);
        if (enquiry.erasedAt() != null) {
            throw EnquiryFault.of(
                    Code.ERASED,
                    new Text(
                            "Personopplysningene i henvendelsen er slettet, og den er lukket.",
                            "What told of a person is deleted, and the enquiry is closed."),
                    new Text("Den kan bare leses.", "It can only be read."));
        }
        return enquiry;
    }

    EnquiryFault changed(Enquiry enquiry) {
        return EnquiryFault.of(
                Code.CHANGED,
                new Text(
                                "Noen andre har endret henvendelsen; den er nå i versjon %s. Ingenting er lagret.",
                                "Somebody else has changed the enquiry; it is now at version %s. Nothing is stored.")
                        .filled(enquiry.version()),
                new Text(
                        "Hent henvendelsen på nytt, og gjør endringen en gang til.",
                        "Read the enquiry again, and make your change once more."));
    }

    Enquiry change(Caller caller, UUID id, int version, EnquiryChange change) {
        var before = standing(id);
        if (before.version() != version) {
            throw changed(before);
        }
        check(caller, before, change);
        var after = after(before, change, clock.instant());
        var steps = steps(caller, before, after);
        if (steps.isEmpty()) {
            return before;
        }
        if (!repository.change(after, after.handedTo() == null ? null : clock.instant(), version)) {
            throw changed(find(id));
        }
        for (var step : steps) {
            repository.event(id, step);
            audit.record(caller, action(step.what()), Enquiries.object(id), step.before(), step.after(), "");
        }
        return find(id);
    }

    private void check(Caller caller, Enquiry before, EnquiryChange change) {
        var handedTo = change.handedTo();
        if (handedTo != null && !handedTo.equals(Objects.requireNonNullElse(before.handedTo(), ""))) {
            requireAll(caller);
            boolean known = handedTo.isEmpty()
                    || datasets.region(caller).municipalities().stream()
                            .anyMatch(m -> m.number().equals(handedTo));
            refuseUnless(
                    known,
                    "handedTo",
                    new Text("Kommunen er ikke en av regionens.", "The municipality is none of the region's."),
                    new Text("Oppgi kommunenummeret.", "Give the number of the municipality."));
        }
        var owner = change.owner();
        refuseUnless(
                owner == null || (owner.length() <= LONGEST_OWNER && owner.matches("[\\p{L}\\p{N}._@+-]*")),
                "owner",
                new Text("Ansvarlig er ikke et kontonavn.", "The owner is no account name."),
                new Text("Skriv kontonavnet, uten mellomrom.", "Write the account name, without blanks."));
        var due = change.dueOn();
        LocalDate today = WorkingTime.day(clock.instant());
        refuseUnless(
                due == null
                        || due.equals(before.dueOn())
                        || (!due.isBefore(today) && due.isBefore(today.plusDays(LATEST_DAYS))),
                "dueOn",
                new Text(
                        "Fristen er passert eller mer enn et år fram.",
                        "The deadline has passed or is over a year away."),
                new Text("Velg en dag fra og med i dag.", "Choose a day from today on."));
    }

    private static void refuseUnless(boolean right, String field, Text what, Text remedy) {
        if (!right) {
            throw new EnquiryFault(Code.NOT_VALID, List.of(new EnquiryFault.Problem(field, what, remedy)));
        }
    }

    private static Enquiry after(Enquiry e, EnquiryChange change, Instant now) {
        var handedTo = change.handedTo() == null ? e.handedTo() : emptyIsNone(change.handedTo());
        var state = change.state() == null ? e.state() : change.state();
        if (change.state() == null && handedTo != null && !handedTo.equals(e.handedTo()) && state.waits()) {
            state = State.WAITING; // for the municipality, until it says otherwise
        }
        return new Enquiry(
                e.id(),
                e.receivedAt(),
                e.language(),
                e.origin(),
                e.link(),
                e.sites(),
                e.municipalities(),
                e.requirement(),
                state,
                change.owner() == null ? e.owner() : emptyIsNone(change.owner()),
                handedTo,
                change.dueOn() == null ? e.dueOn() : change.dueOn(),
                e.answeredAt() == null && state == State.ANSWERED ? now : e.answeredAt(),
                state != State.CLOSED ? null : e.closedAt() == null ? now : e.closedAt(),
                null,
                e.version() + 1,
                e.person());
    }

    private static @Nullable String emptyIsNone(String text) {
        return text.isEmpty() ? null : text;
    }

    private List<Event> steps(Caller caller, Enquiry before, Enquiry after) {
        var steps = new ArrayList<Event>();
        step(steps, caller, What.STATE, before.state().name(), after.state().name());
        step(steps, caller, What.OWNER, before.owner(), after.owner());
        step(steps, caller, What.HANDED, before.handedTo(), after.handedTo());
        step(steps, caller, What.DUE, before.dueOn().toString(), after.dueOn().toString());
        return steps;
    }

    private void step(List<Event> steps, Caller caller, What what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            steps.add(new Event(clock.instant(), caller.name(), what, before, after));
        }
    }

    private static String action(What what) {
        return switch (what) {
            case OWNER -> "enquiry.assign";
            case HANDED -> "enquiry.hand-over";
            case DUE -> "enquiry.deadline";
            default -> "enquiry.state";
        };
    }
}
