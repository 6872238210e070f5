package no.arealkompass.plan;

import java.util.Map;
import no.arealkompass.yaml.Text;

/**
 * Something that has to be said of a plan version before anybody relies on it.
 *
 * @param code a stable word in capitals
 * @param text what there is to say
 * @param remedy what to do about it
 * @param uncertain whether it is the reason why nobody can tell from the delivery if the version applies
 */
public record PlanNote(String code, Text text, Text remedy, boolean uncertain) {
    static PlanNote of(String code, Map<String, String> args) {
        return new PlanNote(code, Words.text(code, args), Words.remedy(code, args), false);
    }

    static PlanNote doubt(String code, Map<String, String> args) {
        return new PlanNote(code, Words.text(code, args), Words.remedy(code, args), true);
    }
}
