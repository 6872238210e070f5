package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Reads a stream whose sender may fall silent: after a while without a byte the stream is closed and reading fails. */
final class Patience implements AutoCloseable {
    private final InputStream stream;
    private final Duration most;
    private final AtomicLong lastByte = new AtomicLong(System.nanoTime());
    private final AtomicBoolean gaveUp = new AtomicBoolean();
    private final Thread watch;

    Patience(InputStream stream, Duration most) {
        this.stream = stream;
        this.most = most;
        this.watch = Thread.ofVirtual().start(this::watch);
    }

    int read(byte[] buffer) throws IOException {
        int n;
        try {
            n = stream.read(buffer);
        } catch (IOException e) {
            throw gaveUp.get() ? silence(e) : e;
        }
        lastByte.set(System.nanoTime());
        if (gaveUp.get()) {
            throw silence(null);
        }
        return n;
    }

    private IOException silence(@Nullable IOException cause) {
        return new IOException("silent for " + most.toSeconds() + " s", cause);
    }

    private void watch() {
        try {
            while (true) {
                long left = most.toNanos() - (System.nanoTime() - lastByte.get());
                if (left <= 0) {
                    gaveUp.set(true);
                    stream.close();
                    return;
                }
                Thread.sleep(Duration.ofNanos(left).plusMillis(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed in time
        } catch (IOException e) {
            gaveUp.set(true); // reading fails by itself
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
