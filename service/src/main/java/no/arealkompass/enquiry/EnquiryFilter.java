package no.arealkompass.enquiry;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which enquiries are asked for.
 *
 * @param states empty for all
 * @param municipality handed over to it or with a site in it; null for all
 * @param owner account; null for all
 * @param overdue only those past their deadline
 */
public record EnquiryFilter(
        Set<Enquiry.State> states,
        @Nullable String municipality,
        @Nullable String owner,
        boolean overdue) {
    /** Everything the caller may see. */
    public static final EnquiryFilter ALL = new EnquiryFilter(Set.of(), null, null, false);

    public EnquiryFilter {
        states = Set.copyOf(states);
    }
}
