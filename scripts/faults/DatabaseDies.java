import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL is killed with -9 under load, is away for some seconds, and comes back; also stopped and started properly. */
final class DatabaseDies {
    private static final int ROUNDS = 6;
    private static final long AWAY_MILLIS = 5_000;
    private static final long AT_ONCE_MILLIS = 250;

    static List<String> run(Path jar, Path home) throws Exception {
        var wrong = new ArrayList<String>();
        try (var rig = new Rig(jar, home)) {
            rig.openDatabase();
            rig.startService();
            try (var load = new Load(rig, 16, 20)) {
                Thread.sleep(3_000);
                for (int round = 0; round < ROUNDS; round++) {
                    round(rig, load, round, wrong);
                }
            }
        }
        return wrong;
    }

    private static void round(Rig rig, Load load, int round, List<String> wrong) throws Exception {
        boolean kill = round % 2 == 0;
        long died = System.nanoTime();
        if (kill) {
            rig.killDatabase();
        } else {
            rig.cluster.stop();
        }
        Thread.sleep(AWAY_MILLIS);
        int alive = rig.status("/actuator/health/liveness");
        int ready = rig.status("/actuator/health/readiness");
        rig.cluster.start();
        long back = System.nanoTime();
        Thread.sleep(4_000);
        var away = load.between(died, back).stream().filter(s -> s.status() != 200).toList();
        long slowest = away.stream().mapToLong(s -> s.nanos() / 1_000_000).max().orElse(0);
        long late = away.stream().filter(s -> s.nanos() / 1_000_000 > AT_ONCE_MILLIS).count();
        long bare = away.stream().filter(s -> s.status() != 503 || !s.retryAfter()).count();
        long first = load.samples.stream()
                .filter(s -> s.status() == 200 && s.startNanos() > died + 1_000_000_000L)
                .mapToLong(Load.Sample::end)
                .min()
                .orElse(Long.MAX_VALUE);
        long firstMillis = (first - back) / 1_000_000;
        System.out.printf(
                "  %s: away %d answers, %d of them not 503 with Retry-After, slowest %d ms, %d over %d ms; liveness %d, readiness %d;"
                        + " first good answer %d ms after the database was back%n",
                kill ? "kill -9" : "stopped", away.size(), bare, slowest, late, AT_ONCE_MILLIS, alive, ready, firstMillis);
        if (away.isEmpty() || bare > 0 || late > 0) {
            wrong.add("round " + round + ": not all were told at once");
        }
        if (firstMillis > 1_000 || alive != 200 || ready != 503) {
            wrong.add("round " + round + ": not back within a second, or not well told");
        }
        var after = load.between(first + 1_000_000_000L, System.nanoTime()).stream()
                .filter(s -> s.status() != 200)
                .count();
        if (after > 0) {
            wrong.add("round " + round + ": " + after + " bad answers after it was back");
        }
    }

    private DatabaseDies() {}
}
