package no.arealkompass.follow;

import java.time.DateTimeException;
import java.time.LocalDate;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * A reason as it is handed in; nothing of it is checked yet.
 *
 * @param subject what the check is of in which the finding stands, such as {@code 3414-201803@2}
 * @param strategy id of the strategy
 * @param decidedOn ISO date
 */
public record ReasonDraft(
        @Nullable String subject,
        @Nullable String strategy,
        @Nullable String finding,
        @Nullable String reason,
        @Nullable String decision,
        @Nullable String decidedOn,
        @Nullable String decidedBy) {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** The same, with every field as it should be. */
    record Written(
            String subject,
            String strategy,
            String finding,
            String reason,
            String decision,
            LocalDate decidedOn,
            String decidedBy) {}

    /** @throws FollowFault when a field is missing, too long, or no day of a decision */
    Written checked(LocalDate today) {
        var fields = new Fields();
        var written = new Written(
                fields.text("subject", new Text("Hva som er sjekket («subject»)", "'subject'"), subject, 120),
                fields.text("strategy", new Text("Strategien («strategy»)", "'strategy'"), strategy, 80),
                fields.text("finding", new Text("Funnet («finding»)", "'finding'"), finding, 300),
                fields.text("reason", new Text("Begrunnelsen", "The reason"), reason, Reason.LONGEST),
                fields.text("decision", new Text("Vedtaket", "The decision"), decision, Reason.LONGEST_LINE),
                day(fields, today),
                fields.text("decidedBy", new Text("Hvem som vedtok", "Who decided"), decidedBy, Reason.LONGEST_LINE));
        fields.done();
        return written;
    }

    private LocalDate day(Fields fields, LocalDate today) {
        try {
            var day = LocalDate.parse(decidedOn == null ? "" : decidedOn.strip());
            if (day.isAfter(today) || day.isBefore(EARLIEST)) {
                fields.fault(
                        "decidedOn",
                        new Text("%s kan ikke være dagen for vedtaket.", "%s cannot be the day of the decision.")
                                .filled(day),
                        new Text(
                                "Oppgi dagen vedtaket ble gjort; den kan ikke ligge i framtiden.",
                                "Give the day it was decided; it cannot lie in the future."));
            }
            return day;
        } catch (DateTimeException e) {
            fields.fault(
                    "decidedOn",
                    new Text("Dagen for vedtaket mangler eller er ingen dato.", "The day is missing or is no date."),
                    new Text(
                            "Velg dagen, eller skriv den som 2026-11-25.",
                            "Choose the day, or write it as 2026-11-25."));
            return EARLIEST;
        }
    }
}
