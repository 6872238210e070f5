package no.arealkompass.enquiry;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import no.arealkompass.dataset.Region;

/**
 * The words of the mails. Nothing the sender wrote is in any of them: who asks and what stands behind the login, and a receipt
 * that repeats nothing is of no use to anybody who would send mail in our name.
 */
final class EnquiryMailText {
    static final String CONTACT = "contact";
    static final String SENDER = "sender";
    private static final int NAMED = 10;

    private final Enquiry enquiry;
    private final Region region;
    private final List<String> sites;
    private final String page;
    private final EnquirySettings settings;

    /** @param sites names of those it is about */
    EnquiryMailText(Enquiry enquiry, Region region, List<String> sites, String page, EnquirySettings settings) {
        this.enquiry = enquiry;
        this.region = region;
        this.sites = sites;
        this.page = page;
        this.settings = settings;
    }

    /** Our own words only. */
    String subject(String toWhom) {
        return switch (toWhom) {
            case SENDER -> english() ? "We have received your enquiry" : "Vi har mottatt henvendelsen din";
            case CONTACT -> "Arealkompass: ny henvendelse";
            default -> "Arealkompass: en henvendelse er sendt over til kommunen";
        };
    }

    String body(String toWhom) {
        return toWhom.equals(SENDER) ? receipt() : news(toWhom.equals(CONTACT));
    }

    private String news(boolean contact) {
        var about = sites.isEmpty()
                ? "Den gjelder regionen som helhet."
                : "Den gjelder:\n"
                        + String.join(
                                "\n",
                                sites.stream()
                                        .limit(NAMED)
                                        .map(name -> "- " + plain(name))
                                        .toList())
                        + (sites.size() > NAMED ? "\n- og " + (sites.size() - NAMED) + " til" : "");
        return """
                %s

                %s

                Sendt fra: %s
                Svarfrist: %s
                %s
                Hvem som spør, og hva, står bare bak innloggingen. Denne meldingen er sendt automatisk.
                """.formatted(
                contact
                        ? "Det er kommet en ny henvendelse til "
                                + plain(region.name().nb()) + "."
                        : "Regionen har sendt over en henvendelse som kommunen skal svare på.",
                about,
                switch (enquiry.origin()) {
                    case LINK -> "en lenke som er delt med en investor";
                    case SITE -> "områdets side";
                    case CATALOGUE -> "oversikten over arealer";
                },
                day(enquiry.dueOn(), Locale.of("nb")),
                page.isBlank() ? "" : "\nÅpne den her: " + page + "/?v=1&tab=enquiries&enquiry=" + enquiry.id() + "\n");
    }

    private String receipt() {
        var due = day(enquiry.dueOn(), english() ? Locale.UK : Locale.of("nb"));
        var contact = plain(english() ? region.contact().en() : region.contact().nb());
        var privacy = page.isBlank() ? "" : page + (english() ? "/en/privacy" : "/personvern");
        return english()
                ? """
                We have received your enquiry, and answer by %s.

                Contact: %s %s
                %s
                If you have sent nothing, somebody has entered your address by mistake. You need do nothing.
                """.formatted(due, contact, settings.phone(), privacy)
                : """
                Vi har mottatt henvendelsen din, og svarer senest %s.

                Kontakt: %s %s
                %s
                Har du ikke sendt noe, har noen oppgitt adressen din ved en feil. Du trenger ikke å gjøre noe.
                """.formatted(due, contact, settings.phone(), privacy);
    }

    private boolean english() {
        return enquiry.language().equals("en");
    }

    private static String day(LocalDate day, Locale locale) {
        return day.format(
                DateTimeFormatter.ofPattern(locale.equals(Locale.UK) ? "d MMMM yyyy" : "d. MMMM yyyy", locale));
    }

    /** Names come from files and forms: one line of text, whatever was in them. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
