import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The service is killed while every kind of write is on its way at once; each is whole or absent, and whatever was answered
 * with a success is there. Twenty kills with ten kinds make two hundred rounds; the seed decides the moment.
 */
final class KilledWrites {
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final long SEED = 20261126;

    /** One write: whether it was answered with a success before the service was killed. */
    private record Attempt(Write kind, String key, boolean answered) {}

    static List<String> run(Path jar, Path home) throws Exception {
        var wrong = new ArrayList<String>();
        var random = new Random(SEED);
        var counts = new EnumMap<Write, int[]>(Write.class);
        for (var kind : Write.values()) {
            counts.put(kind, new int[4]);
        }
        try (var rig = new Rig(jar, home)) {
            rig.openDatabase();
            rig.startService();
            for (int kill = 0; kill < KILLS; kill++) {
                Write.Bodies.prepare(rig);
                // Imports and whole sites take seconds: every third time there is time for them to be done.
                int millis = 300 + random.nextInt(kill % 3 == 2 ? 15_000 : 4_000);
                var attempts = killed(rig, kill, millis, wrong);
                rig.startService();
                for (var attempt : attempts) {
                    look(rig, attempt, counts, wrong);
                }
                for (var kind : Write.values()) {
                    if (attempts.stream().noneMatch(a -> a.kind() == kind)) {
                        wrong.add("kill " + kill + ": no " + kind + " was on its way");
                    }
                }
            }
        }
        report(counts);
        return wrong;
    }

    private static Queue<Attempt> killed(Rig rig, int kill, int millis, List<String> wrong) throws Exception {
        var attempts = new ConcurrentLinkedQueue<Attempt>();
        var over = new AtomicBoolean();
        var writers = new ArrayList<Thread>();
        for (var kind : Write.values()) {
            writers.add(Thread.ofVirtual().start(() -> write(rig, kind, kill, over, attempts, wrong)));
        }
        Thread.sleep(millis);
        rig.killService();
        over.set(true);
        for (var writer : writers) {
            writer.join();
        }
        return attempts;
    }

    private static void write(
            Rig rig, Write kind, int kill, AtomicBoolean over, Queue<Attempt> attempts, List<String> wrong) {
        for (int i = 0; !over.get(); i++) {
            var key = "k" + kill + "-" + i + "-" + Long.toHexString(System.nanoTime());
            try {
                HttpResponse<String> answer = kind.make(rig, key);
                if (answer == null) {
                    continue;
                }
                if (answer.statusCode() == 429) {
                    return; // enquiries have a limit of their own; those before it were on their way
                }
                attempts.add(new Attempt(kind, key, answer.statusCode() < 400));
                if (answer.statusCode() >= 400 && answer.statusCode() != 412) {
                    wrong.add(kind + " was answered " + answer.statusCode() + ": "
                            + answer.body().substring(0, Math.min(300, answer.body().length())));
                    return;
                }
            } catch (Exception cut) {
                attempts.add(new Attempt(kind, key, false));
                return;
            }
        }
    }

    /** Figures by kind: answered and whole, cut and whole, cut and absent, in pieces. */
    private static void look(Rig rig, Attempt attempt, Map<Write, int[]> counts, List<String> wrong) {
        var values = List.of(rig.sql(attempt.kind().rows(attempt.key()) + ";").split("\\|"));
        boolean alike = values.stream().distinct().count() == 1;
        boolean there = alike && !values.get(0).equals("0");
        boolean known = alike && (there ? List.of("1", "2").contains(values.get(0)) : true);
        int figure = !known ? 3 : attempt.answered() ? 0 : there ? 1 : 2;
        if (!known) {
            wrong.add(attempt.kind() + " " + attempt.key() + " is in pieces: " + values);
        } else if (attempt.answered() && !there) {
            wrong.add(attempt.kind() + " " + attempt.key() + " was answered with a success and is gone");
        }
        counts.get(attempt.kind())[figure]++;
    }

    private static void report(Map<Write, int[]> counts) {
        var total = new AtomicInteger();
        counts.forEach((kind, c) -> {
            System.out.printf(
                    "  %-12s answered and there %4d, cut off and there %3d, cut off and absent %3d, in pieces %d%n",
                    kind, c[0], c[1], c[2], c[3]);
            total.addAndGet(c[0] + c[1] + c[2] + c[3]);
        });
        System.out.println("  " + KILLS + " kills × " + counts.size() + " kinds, " + total + " writes, seed " + SEED);
    }

    private KilledWrites() {}
}
