package no.arealkompass.api;

import java.util.Locale;
import no.arealkompass.yaml.Text;

/**
 * One thing that is wrong with what was sent, in the reader's language.
 *
 * @param field name of the field in the request; empty when it is about the whole
 */
record FieldProblem(String field, String detail, String remedy) {
    static FieldProblem of(String field, Text what, Text remedy, Locale locale) {
        return new FieldProblem(field, Said.of(what).in(locale), Said.of(remedy).in(locale));
    }
}
