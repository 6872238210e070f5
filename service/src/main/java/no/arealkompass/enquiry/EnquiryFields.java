package no.arealkompass.enquiry;

import java.util.ArrayList;
import java.util.List;
import no.arealkompass.enquiry.Enquiry.Person;
import no.arealkompass.mail.Mail;
import no.arealkompass.yaml.Text;

/** The fields of the form as they are checked: every fault is told, not the first one only. */
final class EnquiryFields {
    private static final int LONGEST_MAIL = 254;
    private static final Text NAME = new Text("Navn", "Name");
    private static final Text ORGANISATION = new Text("Virksomhet", "Organisation");
    private static final Text MESSAGE = new Text("Melding", "Message");

    private final List<EnquiryFault.Problem> problems = new ArrayList<>();

    private EnquiryFields() {}

    /** @throws EnquiryFault when anything is wrong */
    static Person person(EnquiryDraft draft) {
        var fields = new EnquiryFields();
        var person = new Person(
                fields.line("name", NAME, draft.name(), 120),
                fields.line("organisation", ORGANISATION, draft.organisation(), 160),
                fields.mail(draft.mail()),
                fields.phone(draft.phone()),
                fields.text("message", MESSAGE, draft.message(), 4000));
        if (!draft.consent()) {
            fields.fault(
                    "consent",
                    new Text("Samtykket er ikke krysset av.", "The consent is not ticked."),
                    new Text(
                            "Kryss av for at vi kan lagre opplysningene for å svare deg.",
                            "Tick that we may store what you write, to answer you."));
        }
        if (!fields.problems.isEmpty()) {
            throw new EnquiryFault(EnquiryFault.Code.NOT_VALID, fields.problems);
        }
        return person;
    }

    /** One line: whatever could begin another header or another line in a list is gone. */
    private String line(String field, Text name, String given, int longest) {
        return text(field, name, oneLine(given), longest);
    }

    private String text(String field, Text name, String given, int longest) {
        var text = given.replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "")
                .strip();
        if (text.isEmpty()) {
            fault(field, new Text("%s mangler.", "%s is missing.").filled(name), upTo(longest));
        } else if (text.length() > longest) {
            fault(
                    field,
                    new Text("%s har %s tegn.", "%s has %s characters.").filled(name, text.length()),
                    upTo(longest));
        }
        return text;
    }

    private String mail(String given) {
        var address = given.strip();
        if (address.isEmpty() || address.length() > LONGEST_MAIL || !Mail.isAddress(address) || !plain(address)) {
            fault(
                    "mail",
                    new Text("Dette er ikke én e-postadresse.", "This is not one e-mail address."),
                    new Text("Skriv den som navn@firma.no.", "Write it as name@company.com."));
        }
        return address;
    }

    /** An address alone, without a name before it, a route or a second one. */
    private static boolean plain(String address) {
        return address.matches(
                "[^\\s<>(),;:\"\\\\\\[\\]@]+@[^\\s<>(),;:\"\\\\\\[\\]@]+\\.[^\\s<>(),;:\"\\\\\\[\\]@.]+");
    }

    private String phone(String given) {
        var phone = oneLine(given).strip();
        if (!phone.isEmpty() && !phone.matches("\\+?[0-9 ()./-]{4,40}")) {
            fault(
                    "phone",
                    new Text("Dette er ikke et telefonnummer.", "This is not a telephone number."),
                    new Text(
                            "Skriv tallene, gjerne med landskode, eller la feltet stå tomt.",
                            "Write the digits, with the country code if you like, or leave the field empty."));
        }
        return phone;
    }

    private static String oneLine(String given) {
        return given.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ");
    }

    private static Text upTo(int longest) {
        return new Text("Skriv 1 til %s tegn.", "Write 1 to %s characters.").filled(longest);
    }

    private void fault(String field, Text what, Text remedy) {
        problems.add(new EnquiryFault.Problem(field, what, remedy));
    }
}
