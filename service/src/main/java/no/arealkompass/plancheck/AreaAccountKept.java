package no.arealkompass.plancheck;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last few answers that took seconds, by all that they depend on. One is made at a time, and whoever asks for it
 * meanwhile waits for it outside the database: many who open the same page cost no more than one.
 */
final class AreaAccountKept<K, V> {
    private final ReentrantLock making = new ReentrantLock();
    private final Map<K, V> kept;

    /** @param most how many are kept; the one longest unused goes first */
    AreaAccountKept(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** @param key must hold everything the answer depends on, who may see what included */
    V get(K key, Supplier<V> make) {
        var known = known(key);
        if (known != null) {
            return known;
        }
        making.lock();
        try {
            var meanwhile = known(key);
            if (meanwhile != null) {
                return meanwhile;
            }
            var made = make.get();
            synchronized (kept) {
                kept.put(key, made);
            }
            return made;
        } finally {
            making.unlock();
        }
    }

    private @Nullable V known(K key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }
}
