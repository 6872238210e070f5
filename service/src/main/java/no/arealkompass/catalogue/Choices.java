package no.arealkompass.catalogue;

import java.util.List;
import no.arealkompass.yaml.Text;

/**
 * What can be chosen in the filters.
 *
 * @param strategy name of the strategy the purposes are of
 * @param plans classes of plan status that occur
 */
public record Choices(
        Text strategy,
        List<Choice> purposes,
        List<Choice> municipalities,
        List<Choice> destinations,
        List<Choice> plans) {

    /**
     * One of them.
     *
     * @param id what stands in the address
     */
    public record Choice(String id, Text name) {}

    /** Whether an id is one of these. */
    public static boolean has(List<Choice> choices, String id) {
        return choices.stream().anyMatch(choice -> choice.id().equals(id));
    }
}
