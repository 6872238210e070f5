package no.arealkompass.enquiry;

import java.util.List;
import no.arealkompass.enquiry.Enquiry.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sends from a page.
 *
 * @param about what it is about: the page knows, the sender cannot choose
 * @param client address the sending came from, for the limits only; it is stored nowhere
 * @param stamp the signed stamp of the form
 * @param bait a field no person sees; empty unless a program filled it in
 */
public record EnquiryDraft(
        About about,
        String client,
        String stamp,
        String bait,
        String name,
        String organisation,
        String mail,
        String phone,
        String message,
        boolean consent) {

    /**
     * What an enquiry is about.
     *
     * @param key what the stamp of the form is bound to and the limit per page counts: never a token
     * @param link id of the investor's link; null for the public pages
     * @param requirement the requirement list of the link; null when there is none
     */
    public record About(
            Origin origin,
            String key,
            String language,
            @Nullable String link,
            List<String> sites,
            @Nullable String requirement) {
        public About {
            sites = List.copyOf(sites);
        }
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "EnquiryDraft[" + about.key() + "]";
    }
}
