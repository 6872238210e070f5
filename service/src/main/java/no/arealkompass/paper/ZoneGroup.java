package no.arealkompass.paper;

import java.awt.Color;
import no.arealkompass.plan.PlanZone;

/**
 * Purposes as a map of a whole plan can show them: a colour close to the usual ones of Norwegian plans, and a pattern, since
 * colour must never be alone. The groups follow the thousands and hundreds of the official codes (SOSI Plan).
 */
enum ZoneGroup {
    BUSINESS("Næring", "Business", 0xCDB3D8, Pattern.RISING),
    SETTLEMENT("Annen bebyggelse", "Other building", 0xF7E08B, Pattern.NONE),
    TRANSPORT("Samferdsel", "Transport", 0xD2D2D2, Pattern.UPRIGHT),
    GREEN("Grønnstruktur", "Green structure", 0x9CCB86, Pattern.DOTS),
    DEFENCE("Forsvaret", "Defence", 0xB9B58C, Pattern.CROSSED),
    RURAL("Landbruk, natur og friluft", "Farming, nature and outdoors", 0xE2EFCF, Pattern.LEVEL),
    WATER("Sjø og vassdrag", "Sea and water", 0xBFDDF0, Pattern.FALLING),
    OTHER("Annet eller ukjent formål", "Other or unknown purpose", 0xF0F0F0, Pattern.CROSSED);

    /** Lines or dots laid over the colour. */
    enum Pattern {
        NONE,
        RISING,
        FALLING,
        UPRIGHT,
        LEVEL,
        CROSSED,
        DOTS
    }

    private final String nb;
    private final String en;
    private final int rgb;
    final Pattern pattern;

    ZoneGroup(String nb, String en, int rgb, Pattern pattern) {
        this.nb = nb;
        this.en = en;
        this.rgb = rgb;
        this.pattern = pattern;
    }

    Color colour() {
        return new Color(rgb);
    }

    String name(Language language) {
        return language.of(nb, en);
    }

    static ZoneGroup of(PlanZone zone) {
        return of(zone.code());
    }

    /** The group of an official code; a code that is no number is unknown. */
    static ZoneGroup of(String code) {
        if (!code.matches("\\d{3,4}")) {
            return OTHER;
        }
        int number = Integer.parseInt(code);
        return switch (number / 1000) {
            case 1 -> isBusiness(number) ? BUSINESS : SETTLEMENT;
            case 2 -> TRANSPORT;
            case 3 -> GREEN;
            case 4 -> DEFENCE;
            case 5 -> RURAL;
            case 6 -> WATER;
            default -> OTHER;
        };
    }

    /** 13xx næringsbebyggelse, 1501–1502 terminals, 1800 and on combined purposes with business in them. */
    private static boolean isBusiness(int number) {
        return (number >= 1300 && number < 1400)
                || number == 1501
                || number == 1502
                || number == 1800
                || (number >= 1810 && number < 1840);
    }
}
