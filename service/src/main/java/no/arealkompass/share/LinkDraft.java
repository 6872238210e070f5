package no.arealkompass.share;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link as it is asked for; nothing of it is checked yet.
 *
 * @param sites ids; may be left out with an answer, which then gives them
 * @param answer id of a saved answer
 * @param comparison whether the sites are shown side by side
 * @param until the last day, as 2027-01-25
 * @param codeMail empty or null for no code
 * @param watermark empty or null for none
 */
public record LinkDraft(
        @Nullable List<String> sites,
        @Nullable String answer,
        boolean comparison,
        @Nullable List<String> fields,
        @Nullable String language,
        @Nullable String message,
        @Nullable ContactDraft contact,
        @Nullable String recipient,
        @Nullable String until,
        @Nullable String codeMail,
        @Nullable String watermark,
        @Nullable List<String> downloads) {

    /** A contact as it is handed in. */
    public record ContactDraft(
            @Nullable String name,
            @Nullable String role,
            @Nullable String phone,
            @Nullable String mail) {}
}
