package no.arealkompass.plancheck;

import no.arealkompass.yaml.Text;

/**
 * Why something cannot be decided, and what would settle it.
 *
 * @param reason why
 * @param remedy what to do
 */
record Unknown(Text reason, Text remedy) {
    static Unknown of(String nb, String en, String remedyNb, String remedyEn) {
        return new Unknown(new Text(nb, en), new Text(remedyNb, remedyEn));
    }
}
