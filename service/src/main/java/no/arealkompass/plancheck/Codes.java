package no.arealkompass.plancheck;

import java.util.Map;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the official purpose codes are called.
 *
 * @param names code → name; a code that is not in it has none
 */
record Codes(Map<String, Text> names) {
    @Nullable Text name(String code) {
        return names.get(code);
    }
}
