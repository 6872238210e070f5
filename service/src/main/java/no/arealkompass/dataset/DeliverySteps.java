package no.arealkompass.dataset;

import java.util.Map;
import no.arealkompass.dataset.Delivery.Step;
import no.arealkompass.yaml.Text;

/** What is being done with a delivery, in both languages. */
final class DeliverySteps {
    private static final Map<String, String> NORWEGIAN = Map.of(
            "Waiting for its turn", "Venter på tur",
            "Waiting for the database", "Venter på databasen",
            "Reading objects", "Leser objekter",
            "Looking for faults", "Ser etter feil",
            "Trying repairs", "Prøver reparasjoner",
            "Storing", "Lagrer",
            "Preparing for measuring", "Gjør klar for måling");
    private static final String OPENING = "Opening ";

    private DeliverySteps() {}

    static Step step(String english, long done, long total) {
        String norwegian = english.startsWith(OPENING)
                ? "Åpner " + english.substring(OPENING.length())
                : NORWEGIAN.getOrDefault(english, "Oppdaterer rangeringen");
        return new Step(new Text(norwegian, english), done, total);
    }
}
