package no.arealkompass.connection;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the surroundings rather than with the request, told from what was thrown. */
public enum Trouble {
    /** The database does not answer, or has too much to do to take another connection. */
    AWAY,
    /** A statement took longer than its kind of work may. */
    TOO_SLOW,
    /** A disk is full: the database's, or the one that files are kept on. */
    DISK_FULL;

    private static final int DEEPEST = 20;
    private static final Set<String> AWAY_CLASSES = Set.of("08", "57", "58");

    /** The trouble behind what was thrown; empty when it is none of these. */
    public static Optional<Trouble> behind(Throwable thrown) {
        var cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            var found = of(cause);
            if (found != null) {
                return Optional.of(found);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static @Nullable Trouble of(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return ofState(sql.getSQLState());
        }
        // Linux's words for ENOSPC and EDQUOT: `./areal` and the container start the service with untranslated
        // messages.
        var message = cause instanceof IOException ? cause.getMessage() : null;
        return message != null && (message.contains("No space left on device") || message.contains("quota exceeded"))
                ? DISK_FULL
                : null;
    }

    private static @Nullable Trouble ofState(@Nullable String state) {
        if (state == null || state.length() != 5) {
            return null;
        }
        return switch (state) {
            case "53100" -> DISK_FULL;
            case "53300", "53400" -> AWAY;
            case "57014" -> TOO_SLOW;
            // Errors of the system's own files come when it is full as well; whoever asks again gets the better word.
            default -> AWAY_CLASSES.contains(state.substring(0, 2)) ? AWAY : null;
        };
    }
}
