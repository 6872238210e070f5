package no.arealkompass.prospectus;

import java.util.List;
import no.arealkompass.prospectus.RegionText.Draft;
import no.arealkompass.prospectus.TextFault.Code;
import no.arealkompass.yaml.Text;

/** Holds a text against what a text may be, and takes the blanks away that nobody sees. */
final class TextCheck {
    private TextCheck() {}

    /** The text as it is kept. @throws TextFault when it cannot be */
    static Draft checked(Draft draft) {
        if (!List.of("nb", "en").contains(draft.language())) {
            throw fault(
                    "Språket er ikke kjent.", "The language is not known.", "Velg nb eller en.", "Choose nb or en.");
        }
        var body = tidy(draft.body());
        var source = tidy(draft.source()).replace('\n', ' ');
        length("Teksten", "The text", body, RegionTexts.MOST_CHARACTERS);
        length("Kilden", "The source", source, RegionTexts.MOST_SOURCE);
        return new Draft(draft.municipality(), draft.language(), draft.version(), body, source, draft.published());
    }

    private static String tidy(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                .replaceAll("[ \u00a0]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static void length(String nb, String en, String text, int most) {
        if (text.length() > most) {
            throw fault(
                    nb + " er på " + text.length() + " tegn.",
                    en + " has " + text.length() + " characters.",
                    "Skriv høyst " + most + ".",
                    "Write at most " + most + ".");
        }
    }

    private static TextFault fault(String nb, String en, String remedyNb, String remedyEn) {
        return new TextFault(Code.NOT_VALID, new Text(nb, en), new Text(remedyNb, remedyEn));
    }
}
