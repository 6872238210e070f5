package no.arealkompass.dataset;

import java.util.List;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came of a version beyond the layer itself, such as new versions of sites.
 *
 * @param changes to be shown before they are taken; null when there is nothing to show
 * @param faults what refuses the file after all
 * @param notes what is only to be known
 */
public record Followed(@Nullable JsonNode changes, List<Fault> faults, List<Fault> notes) {
    /** Nothing came of it. */
    public static final Followed NOTHING = new Followed(null, List.of(), List.of());

    public Followed(@Nullable JsonNode changes, List<Fault> faults) {
        this(changes, faults, List.of());
    }

    /** What is wrong with one object, and what to do about it. */
    public record Fault(String objectId, Text message, Text remedy) {}
}
