package no.arealkompass.share;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link made for one recipient. Its token is in nobody's hands but the recipient's: here is only what was chosen.
 *
 * @param sites ids in the order in which they are shown
 * @param view the saved answer it was made from; null for chosen sites
 * @param requirement what was asked for in that answer, in the compact form of an address; empty without one
 * @param fields keys of {@code present.Fields}: what is not among them is never shown
 * @param language nb or en
 * @param recipient what the sender calls the recipient; for the sender's eyes only
 * @param expiresAt from then on the link shows nothing
 * @param madeBy the account of the sender
 */
public record Link(
        UUID id,
        Shape shape,
        List<String> sites,
        @Nullable UUID view,
        String requirement,
        Set<String> fields,
        String language,
        String message,
        Contact contact,
        String recipient,
        Protection protection,
        Set<Download> downloads,
        Instant expiresAt,
        State state,
        String madeBy,
        Instant madeAt,
        Openings openings) {
    public Link {
        sites = List.copyOf(sites);
        fields = Set.copyOf(fields);
        downloads = Set.copyOf(downloads);
    }

    /** The name that the audit trail and the caller of its recipient have: never that of a person. */
    public String object() {
        return "link/" + id;
    }

    /** What the link shows. */
    public enum Shape {
        /** One site or several, each for itself. */
        SITES,
        /** Sites of a saved answer to a requirement list. */
        ANSWER,
        /** Sites side by side. */
        COMPARISON
    }

    /** Whether it can be opened. */
    public enum State {
        STANDING,
        EXPIRED,
        WITHDRAWN
    }

    /** What the recipient may take along. */
    public enum Download {
        /** A PDF. */
        PROSPECTUS,
        /** A picture for a presentation. */
        SLIDE
    }

    /** Whom the recipient may call or write to, as the sender wrote it: a business contact. */
    public record Contact(String name, String role, String phone, String mail) {}

    /**
     * What guards the content.
     *
     * @param codeMail where a code is sent before anything is shown; null for none
     * @param watermark what is written across documents; empty for none
     */
    public record Protection(@Nullable String codeMail, String watermark) {}

    /**
     * How often it was opened by a person.
     *
     * @param newest to the minute; null when never
     */
    public record Openings(int count, @Nullable Instant newest) {}
}
