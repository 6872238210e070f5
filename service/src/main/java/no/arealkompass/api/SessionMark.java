package no.arealkompass.api;

import java.time.DateTimeException;
import java.time.Instant;
import no.arealkompass.access.Accounts.Kind;
import org.jspecify.annotations.Nullable;

/**
 * All a session keeps of a login. What the account may is looked up for every request.
 *
 * @param kind where the account lives
 * @param id the account's name, or the provider's id of the person
 * @param stamp the account's at login
 * @param since when the person logged in
 */
record SessionMark(Kind kind, String id, int stamp, Instant since) {
    private static final int PARTS = 4;

    String text() {
        return kind + " " + stamp + " " + since.getEpochSecond() + " " + id;
    }

    /** Null when it is none of ours. */
    static @Nullable SessionMark read(@Nullable Object text) {
        if (!(text instanceof String words)) {
            return null;
        }
        var parts = words.split(" ", PARTS);
        try {
            return parts.length < PARTS
                    ? null
                    : new SessionMark(
                            Kind.valueOf(parts[0]),
                            parts[3],
                            Integer.parseInt(parts[1]),
                            Instant.ofEpochSecond(Long.parseLong(parts[2])));
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }
}
