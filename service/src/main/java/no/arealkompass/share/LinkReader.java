package no.arealkompass.share;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.arealkompass.access.Caller;
import no.arealkompass.mail.Mail;
import no.arealkompass.present.Fields;
import no.arealkompass.saved.NoSuchView;
import no.arealkompass.saved.SavedView;
import no.arealkompass.saved.SavedViews;
import no.arealkompass.share.Link.Contact;
import no.arealkompass.share.Link.Download;
import no.arealkompass.share.Link.Openings;
import no.arealkompass.share.Link.Protection;
import no.arealkompass.share.Link.Shape;
import no.arealkompass.share.Link.State;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes a link of what is asked for, or says everything that is wrong with it. */
@Component
class LinkReader {
    static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_SITES = 20;
    private static final int LONGEST_ID = 80;

    private final SharedSites sites;
    private final SavedViews views;
    private final Mail mail;
    private final Clock clock;

    LinkReader(SharedSites sites, SavedViews views, Mail mail, Clock clock) {
        this.sites = sites;
        this.views = views;
        this.mail = mail;
        this.clock = clock;
    }

    /** @throws LinkFault with all that is wrong */
    Link read(Caller caller, LinkDraft draft) {
        var faults = new Faults();
        var answer = answer(faults, caller, draft.answer());
        var chosen = chosenSites(faults, caller, draft, answer);
        var link = new Link(
                UUID.randomUUID(),
                answer.isPresent() ? Shape.ANSWER : draft.comparison() ? Shape.COMPARISON : Shape.SITES,
                chosen,
                answer.map(SavedView::id).orElse(null),
                answer.map(LinkReader::requirement).orElse(""),
                chosenFields(faults, draft.fields()),
                language(faults, draft.language()),
                faults.text("message", new Text("Meldingen", "The message"), draft.message(), 2000, false),
                contact(faults, draft.contact()),
                faults.line("recipient", new Text("Mottakeren", "The recipient"), draft.recipient(), 120, true),
                protection(faults, draft),
                downloads(faults, draft.downloads()),
                until(faults, draft.until()),
                State.STANDING,
                caller.name(),
                clock.instant(),
                new Openings(0, null));
        faults.done();
        return link;
    }

    /** The moment at which the given last day is over. */
    Instant until(Faults faults, @Nullable String given) {
        var today = LocalDate.now(clock.withZone(ZONE));
        try {
            var day = LocalDate.parse(given == null ? "" : given);
            if (!day.isBefore(today) && !day.isAfter(today.plusYears(1))) {
                return day.plusDays(1).atStartOfDay(ZONE).toInstant();
            }
        } catch (DateTimeParseException e) {
            // told below, like a day that is too near or too far
        }
        faults.fault(
                "until",
                new Text("Siste dag kan ikke være slik.", "The last day cannot be this."),
                new Text("Skriv en dag fra %s til %s.", "Write a day from %s to %s.")
                        .filled(today, today.plusYears(1)));
        return clock.instant();
    }

    private Optional<SavedView> answer(Faults faults, Caller caller, @Nullable String id) {
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        try {
            var view = views.get(caller, UUID.fromString(id));
            if (view.kind() == SavedView.Kind.ANSWER) {
                return Optional.of(view);
            }
        } catch (NoSuchView | IllegalArgumentException e) {
            // the same words whatever it was
        }
        faults.fault(
                "answer",
                new Text("Det finnes ikke noe slikt lagret svar.", "There is no such saved answer."),
                new Text("Lagre svaret på nytt og del det.", "Save the answer again and share it."));
        return Optional.empty();
    }

    private static String requirement(SavedView answer) {
        return JSON.readTree(answer.content()).path("wish").asString("");
    }

    private List<String> chosenSites(Faults faults, Caller caller, LinkDraft draft, Optional<SavedView> answer) {
        var given = draft.sites() == null ? List.<String>of() : draft.sites();
        var ids = new LinkedHashSet<>(given);
        if (ids.isEmpty()) {
            answer.ifPresent(view -> ids.addAll(sitesOf(view)));
        }
        int least = draft.comparison() ? 2 : 1;
        if (ids.size() < least || given.size() > MOST_SITES) {
            faults.fault(
                    "sites",
                    new Text("Lenken har %s områder.", "The link has %s sites.").filled(ids.size()),
                    new Text("Velg %s til %s områder.", "Choose %s to %s sites.").filled(least, MOST_SITES));
            return List.of();
        }
        for (var id : ids) {
            if (id == null || id.length() > LONGEST_ID || !sites.mayShow(caller, id)) {
                faults.fault(
                        "sites",
                        new Text(
                                "Et valgt område finnes ikke, eller kan ikke deles.",
                                "A chosen site does not exist, or cannot be shared."),
                        new Text(
                                        "Fjern «%s», og velg blant dem du ser i listen.",
                                        "Remove '%s', and choose among those you see in the list.")
                                .filled(id == null ? "null" : id.substring(0, Math.min(LONGEST_ID, id.length()))));
                return List.of();
            }
        }
        return List.copyOf(ids);
    }

    /** In the order of the answer: first the best. Neighbours that only together meet a requirement come after. */
    private static List<String> sitesOf(SavedView view) {
        var answer = JSON.readTree(view.content()).path("answer");
        return Stream.of("sites", "combinations")
                .flatMap(part -> answer.path(part).valueStream())
                .flatMap(match -> match.path("sites").valueStream())
                .map(site -> site.path("id").asString(""))
                .distinct()
                .limit(MOST_SITES)
                .toList();
    }

    private static Set<String> chosenFields(Faults faults, @Nullable List<String> given) {
        var keys = given == null ? List.<String>of() : given;
        if (keys.isEmpty() || !Fields.all().keys().containsAll(keys)) {
            faults.fault(
                    "fields",
                    new Text(
                            "Ingen opplysninger er valgt, eller noen av dem er ukjente.",
                            "No fields are chosen, or some of them are unknown."),
                    new Text(
                            "Velg minst én. Se listen på /api/links/fields.",
                            "Choose at least one. See the list at /api/links/fields."));
            return Set.of();
        }
        return Set.copyOf(new LinkedHashSet<>(keys));
    }

    private static String language(Faults faults, @Nullable String given) {
        if (given == null || !List.of("nb", "en").contains(given)) {
            faults.fault(
                    "language",
                    new Text("Språket er ikke kjent.", "The language is not known."),
                    new Text("Oppgi nb eller en.", "Give nb or en."));
            return "nb";
        }
        return given;
    }

    private static Contact contact(Faults faults, LinkDraft.@Nullable ContactDraft given) {
        var contact = given == null ? new LinkDraft.ContactDraft(null, null, null, null) : given;
        var name = faults.line(
                "contact.name", new Text("Kontaktpersonen", "The contact person"), contact.name(), 120, true);
        var role = faults.line("contact.role", new Text("Rollen", "The role"), contact.role(), 120, false);
        var phone = faults.line(
                "contact.phone", new Text("Telefonnummeret", "The telephone number"), contact.phone(), 40, false);
        var mail = faults.address("contact.mail", contact.mail());
        if (!phone.matches("[+()\\d ./-]*")) {
            faults.fault(
                    "contact.phone",
                    new Text("Dette er ikke et telefonnummer.", "This is not a telephone number."),
                    new Text("Skriv det som +47 62 81 00 00.", "Write it as +47 62 81 00 00."));
        }
        if (phone.isEmpty() && mail.isEmpty()) {
            faults.fault(
                    "contact.phone",
                    new Text("Mottakeren kan verken ringe eller skrive.", "The recipient can neither call nor write."),
                    new Text("Oppgi telefon, e-post eller begge.", "Give telephone, e-mail or both."));
        }
        return new Contact(name, role, phone, mail);
    }

    private Protection protection(Faults faults, LinkDraft draft) {
        var address = faults.address("codeMail", draft.codeMail());
        if (!address.isEmpty() && !mail.configured()) {
            faults.fault(
                    "codeMail",
                    new Text("Tjenesten kan ikke sende e-post.", "The service cannot send e-mail."),
                    new Text(
                            "La feltet stå tomt, eller be drift sette opp e-post.",
                            "Leave the field empty, or ask operations to set up e-mail."));
        }
        var watermark = faults.line("watermark", new Text("Vannmerket", "The watermark"), draft.watermark(), 80, false);
        return new Protection(address.isEmpty() ? null : address, watermark);
    }

    private static Set<Download> downloads(Faults faults, @Nullable List<String> given) {
        var chosen = EnumSet.noneOf(Download.class);
        for (var text : given == null ? List.<String>of() : given) {
            Arrays.stream(Download.values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .ifPresentOrElse(
                            chosen::add,
                            () -> faults.fault(
                                    "downloads",
                                    new Text("En valgt nedlasting er ukjent.", "A chosen download is unknown."),
                                    new Text(
                                            "Oppgi prospectus, slide eller ingen.",
                                            "Give prospectus, slide or none.")));
        }
        return chosen;
    }
}
