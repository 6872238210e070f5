package no.arealkompass.intake;

import java.time.Instant;
import java.util.List;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * One fetch of a dataset's files from their publisher, and what became of it.
 *
 * @param doing what is being done, in English; empty when it has ended
 * @param done how much of it (bytes or objects)
 * @param total of how much; 0 when not known
 * @param importId the import it ended in; null when it did not come to that
 * @param failure what went wrong; null when nothing did
 */
public record Fetch(
        long id,
        String dataset,
        String source,
        String by,
        Instant startedAt,
        @Nullable Instant endedAt,
        State state,
        String doing,
        long done,
        long total,
        List<File> files,
        @Nullable Long importId,
        @Nullable Failure failure) {

    /** How far it is. */
    public enum State {
        RUNNING,
        /** A new version is in use. */
        IMPORTED,
        /** The publisher has nothing newer than the version in use. */
        UNCHANGED,
        /** The files came, and the import door refused them. */
        REFUSED,
        /** The files could not be fetched. */
        FAILED,
        /** The program that fetched ended in the middle; what it had fetched is kept. */
        CUT_OFF
    }

    /** A file that came. */
    public record File(String address, long bytes, String sha256, boolean unchanged) {}

    /** What went wrong and what to do about it. */
    public record Failure(Text what, Text remedy) {}
}
