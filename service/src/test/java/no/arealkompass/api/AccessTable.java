package no.arealkompass.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.arealkompass.api.AccessMatrix.Row;
import no.arealkompass.api.AccessMatrix.Thing;

/** The matrix as a page for people. */
final class AccessTable {
    private static final Map<String, String> CHANNELS = Map.of(
            "page", "Siden",
            "api", "JSON-grensesnittet",
            "ogc", "OGC API Features og kartlag",
            "export", "Eksport",
            "pdf", "PDF",
            "picture", "Bilder",
            "mail", "Lenker i e-post",
            "public", "Offentlige sider",
            "link", "Investorlenker",
            "last", "Det som avslutter");

    private static final List<String> CALLERS = List.of(
            "alle",
            "mottaker",
            "nærings­utvikler",
            "saksb. egen",
            "saksb. annen",
            "planl. egen",
            "planl. annen",
            "maskin",
            "admin.");

    private AccessTable() {}

    static String write(AccessMatrix matrix) {
        var page = new StringBuilder("""
                # Hvem kan gjøre hva

                Denne siden er skrevet av testen `AccessMatrixTest` fra `access-matrix.yaml`. Testen gjør hver forespørsel som hver
                rolle mot en tjeneste som kjører, og feiler når svaret er et annet, når et endepunkt mangler rad, eller når et svar
                røper noe rollen ikke skal vite om. ● slipper gjennom, – avvises. «Egen» er Nord-Odal (3414), «annen» er Sør-Odal
                (3415); det som det spørres om, ligger i Nord-Odal, bortsett fra det som heter «Elsewhere». Maskinen har en nøkkel som
                bare leser det publiserte. Det en rolle ikke kan vite om, avvises med de samme ordene som det som aldri har vært.
                """);
        String channel = "";
        for (var row : matrix.rows()) {
            if (!row.channel().equals(channel)) {
                channel = row.channel();
                page.append("\n## ")
                        .append(CHANNELS.getOrDefault(channel, channel))
                        .append("\n\n| Forespørsel | Om |");
                CALLERS.forEach(caller -> page.append(' ').append(caller).append(" |"));
                page.append("\n|---|---|").append("---|".repeat(CALLERS.size())).append('\n');
            }
            lines(matrix, row, page);
        }
        return page.toString();
    }

    private static void lines(AccessMatrix matrix, Row row, StringBuilder page) {
        if (row.of() == null) {
            line(matrix, row, "", row.who()::contains, page);
            return;
        }
        for (Thing thing : matrix.things()) {
            if (thing.kind().equals(row.of())) {
                line(matrix, row, thing.kind() + "." + thing.name(), caller -> row.lets(thing, caller), page);
            }
        }
    }

    private static void line(
            AccessMatrix matrix,
            Row row,
            String thing,
            java.util.function.Predicate<String> through,
            StringBuilder page) {
        var accept = row.headers().get("Accept");
        page.append("| `")
                .append(row)
                .append(accept == null ? "" : " (" + accept + ")")
                .append("` | ")
                .append(thing)
                .append(" | ");
        page.append(matrix.callers().stream()
                .map(caller -> through.test(caller) ? "●" : "–")
                .collect(Collectors.joining(" | ")));
        page.append(" |\n");
    }
}
