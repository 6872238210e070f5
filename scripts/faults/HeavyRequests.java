import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Sixty clients ask for nothing but what costs much; light readers go on. */
final class HeavyRequests {
    private static final int HEAVY = 60;
    private static final long MILLIS = 20_000;

    static List<String> run(Path jar, Path home) throws Exception {
        var wrong = new ArrayList<String>();
        try (var rig = new Rig(jar, home)) {
            rig.openDatabase();
            rig.startService();
            var run = rig.get("/api/runs/latest").headers().firstValue("location").orElse("/api/runs/latest");
            var heavy = List.of(
                    run + "/certificates/logistikk",
                    run + "/matrix/logistikk",
                    "/api/plan-checks/latest?subject=region",
                    run + "/matches?text=50+daa+og+10+MW",
                    "/api/sites/export.gpkg");
            try (var load = new Load(rig, 8, 20)) {
                Thread.sleep(5_000);
                load.samples.clear();
                long quiet = System.nanoTime();
                Thread.sleep(8_000);
                long begin = System.nanoTime();
                var answers = press(rig, heavy);
                long end = System.nanoTime();
                System.out.println("  light, nobody else: " + Load.summary(load.between(quiet, begin)));
                System.out.println("  light, under " + HEAVY + " heavy: " + Load.summary(load.between(begin, end)));
                System.out.println("  heavy: " + answers);
                if (load.between(begin, end).stream().anyMatch(s -> s.status() != 200)) {
                    wrong.add("light requests were refused");
                }
                if (load.between(begin, end).size() * 8 < load.between(quiet, begin).size()) {
                    wrong.add("light requests came to a stop");
                }
            }
        }
        return wrong;
    }

    private static String press(Rig rig, List<String> heavy) throws InterruptedException {
        var over = new AtomicBoolean();
        var good = new AtomicInteger();
        var busy = new AtomicInteger();
        var other = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < HEAVY; i++) {
            int which = i;
            threads.add(Thread.ofVirtual().start(() -> {
                for (int n = which; !over.get(); n++) {
                    try {
                        int status = rig.get(heavy.get(n % heavy.size())).statusCode();
                        (status == 503 ? busy : status < 500 ? good : other).incrementAndGet();
                    } catch (Exception e) {
                        other.incrementAndGet();
                    }
                }
            }));
        }
        Thread.sleep(MILLIS);
        over.set(true);
        for (var thread : threads) {
            thread.join();
        }
        return good + " answered, " + busy + " told to come back, " + other + " otherwise";
    }

    private HeavyRequests() {}
}
