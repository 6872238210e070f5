package no.arealkompass.reminder;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import no.arealkompass.site.Freshness;

/** The words of the mail, in Norwegian: it goes to Norwegian municipalities. */
final class ReminderText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private ReminderText() {}

    static String subject(int sites) {
        return "Arealkompass: bekreft opplysningene om " + (sites == 1 ? "ett område" : sites + " områder");
    }

    static String body(String municipality, List<Reminders.Item> items, String page) {
        return """
                Til %s

                Opplysningene om områdene under er eldre enn %d dager. Etter %d dager merkes et område som utdatert overalt
                der det vises. Se om opplysningene stemmer, rett det som er feil, og bekreft resten.

                %s

                Bekreftelsen gjelder rollen, ikke personen. Denne meldingen er sendt automatisk.
                """.formatted(
                        plain(municipality),
                        Freshness.REMIND_DAYS,
                        Freshness.OUTDATED_DAYS,
                        items.stream().map(item -> line(item, page)).collect(Collectors.joining("\n\n")));
    }

    private static String line(Reminders.Item item, String page) {
        var freshness = item.freshness();
        var outdated = freshness.state() == Freshness.State.OUTDATED ? " UTDATERT." : "";
        var link = page.isBlank() ? "" : "\n  " + page + "/?v=1&site=" + item.site();
        return "- " + plain(item.name()) + ": " + since(freshness) + ", " + freshness.days() + " dager siden."
                + outdated + link;
    }

    private static String since(Freshness freshness) {
        var day = day(freshness.since());
        return switch (freshness.counted()) {
            case CONFIRMATION -> "sist bekreftet " + day;
            case FACT -> "aldri bekreftet, nyeste opplysning er fra " + day;
            case CREATION -> "aldri bekreftet, lagt inn " + day;
        };
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }

    /** Names come from files and forms: one line of text, whatever was in them. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
