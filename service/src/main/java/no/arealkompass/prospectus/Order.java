package no.arealkompass.prospectus;

import java.util.List;
import no.arealkompass.paper.Language;
import no.arealkompass.present.Fields;

/**
 * What is to be printed, and for whom.
 *
 * @param sites ids in reading order, at most {@link Prospectuses#MOST_SITES}
 * @param fields what is told of them; nothing else reaches the paper
 * @param watermark for whom it was made; empty for everyone
 * @param address of the page that shows the same, printed with a code for telephones; empty for none
 */
public record Order(List<String> sites, Fields fields, Language language, String watermark, String address) {
    public Order {
        sites = List.copyOf(sites);
    }
}
