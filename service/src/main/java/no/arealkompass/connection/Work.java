package no.arealkompass.connection;

import java.time.Duration;

/** What the present thread is about: it decides how long one statement of it may take. Threads of our own are jobs. */
public enum Work {
    /** Somebody waits in front of a screen. */
    INTERACTIVE(Duration.ofSeconds(15)),
    /** Somebody waits, and knows that it takes a while. */
    COSTLY(Duration.ofSeconds(60)),
    /** Imports, derived layers, runs over the region. */
    JOB(Duration.ofMinutes(15));

    private static final ThreadLocal<Work> PRESENT = ThreadLocal.withInitial(() -> JOB);

    private final Duration statement;

    Work(Duration statement) {
        this.statement = statement;
    }

    /** The longest that one statement may take. */
    public Duration statement() {
        return statement;
    }

    /** What the present thread is about. */
    public static Work present() {
        return PRESENT.get();
    }

    /** Says what this thread is about until the answer is closed. */
    public Turn begin() {
        var before = PRESENT.get();
        PRESENT.set(this);
        return () -> PRESENT.set(before);
    }

    /** The time in which a thread is about something. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
