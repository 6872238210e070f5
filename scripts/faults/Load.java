import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Light readers that never stop asking, and what they were answered. */
final class Load implements AutoCloseable {
    /** Status 0: no answer at all. */
    record Sample(long startNanos, long nanos, int status, boolean retryAfter) {
        long end() {
            return startNanos + nanos;
        }
    }

    private static final List<String> PATHS =
            List.of("/api/config", "/api/sites?limit=5", "/collections/sites/items?limit=5", "/api/runs?limit=5");

    final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final List<Thread> readers = new ArrayList<>();
    private volatile boolean over;

    Load(Rig rig, int readers, long pauseMillis) {
        for (int i = 0; i < readers; i++) {
            int which = i;
            this.readers.add(Thread.ofVirtual().start(() -> read(rig, which, pauseMillis)));
        }
    }

    private void read(Rig rig, int which, long pauseMillis) {
        for (int i = which; !over; i++) {
            long start = System.nanoTime();
            int status = 0;
            boolean retry = false;
            try {
                var answer = rig.get(PATHS.get(i % PATHS.size()));
                status = answer.statusCode();
                retry = answer.headers().firstValue("Retry-After").isPresent();
            } catch (Exception nothing) {
                // status 0
            }
            samples.add(new Sample(start, System.nanoTime() - start, status, retry));
            try {
                Thread.sleep(pauseMillis);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    List<Sample> between(long from, long to) {
        return samples.stream()
                .filter(s -> s.startNanos() >= from && s.startNanos() < to)
                .toList();
    }

    static String summary(List<Sample> samples) {
        var millis = samples.stream().mapToLong(s -> s.nanos() / 1_000_000).sorted().toArray();
        if (millis.length == 0) {
            return "no requests";
        }
        return "%d requests, median %d ms, 95 %% %d ms, 99 %% %d ms, slowest %d ms, not 200: %d"
                .formatted(
                        millis.length,
                        millis[millis.length / 2],
                        millis[(int) (millis.length * 0.95)],
                        millis[(int) (millis.length * 0.99)],
                        millis[millis.length - 1],
                        samples.stream().filter(s -> s.status() != 200).count());
    }

    @Override
    public void close() {
        over = true;
        for (var reader : readers) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
