package no.arealkompass.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on this thread; what the database shows follows from it. Every method of a bean of ours that takes a
 * {@link Caller} is bound to it by {@link ActingAdvice}; outside of such a method everyone is the public.
 */
public final class Acting {
    private static final ThreadLocal<Caller> NOW = ThreadLocal.withInitial(() -> Caller.PUBLIC);

    private Acting() {}

    /** The one in whose name this thread works. */
    public static Caller now() {
        return NOW.get();
    }

    /** Works in this caller's name, and goes back to the former one afterwards. */
    public static <T extends @Nullable Object> T as(Caller caller, Supplier<T> work) {
        var before = change(caller);
        try {
            return work.get();
        } finally {
            change(before);
        }
    }

    /** Works in this caller's name, and goes back to the former one afterwards. */
    public static void as(Caller caller, Runnable work) {
        var before = change(caller);
        try {
            work.run();
        } finally {
            change(before);
        }
    }

    /** From now on this one acts; answers who did. */
    static Caller change(Caller caller) {
        var before = NOW.get();
        NOW.set(caller);
        return before;
    }
}
