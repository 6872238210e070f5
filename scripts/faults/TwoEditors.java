import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Two people save the same version of a site in the same moment, a hundred times: one wins, the other is told. */
final class TwoEditors {
    private static final int ROUNDS = 100;

    static List<String> run(Path jar, Path home) throws Exception {
        var wrong = new ArrayList<String>();
        int both = 0;
        try (var rig = new Rig(jar, home);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            rig.openDatabase();
            rig.startService();
            var site = "to-redaktorer-" + Long.toHexString(System.nanoTime());
            rig.json("POST", "/api/sites", Write.Bodies.site(site, "Start", false));
            for (int round = 1; round <= ROUNDS; round++) {
                var barrier = new CyclicBarrier(2);
                int version = round;
                List<Callable<Integer>> saves = List.of(
                        () -> save(rig, barrier, site, "A" + version, version),
                        () -> save(rig, barrier, site, "B" + version, version));
                var answers = new ArrayList<Integer>();
                for (var save : people.invokeAll(saves)) {
                    answers.add(save.get());
                }
                var won = answers.get(0) == 200 ? "A" + round : "B" + round;
                if (!(answers.contains(200) && answers.contains(412))) {
                    wrong.add("round " + round + ": answered " + answers);
                } else {
                    both++;
                }
                var now = rig.read("/api/sites/" + site).body();
                if (!now.contains("\"name\":\"" + won + "\"") || !now.contains("\"version\":" + (round + 1))) {
                    wrong.add("round " + round + ": what is stored is not what won");
                }
            }
            var bare = rig.json("PUT", "/api/sites/" + site, Write.Bodies.site(site, "Uten", false)).statusCode();
            if (bare < 400) {
                wrong.add("saved without saying which version was seen");
            }
            System.out.printf("  %d rounds: one saved and one told 412 in %d; without If-Match: %d%n", ROUNDS, both, bare);
        }
        return wrong;
    }

    private static int save(Rig rig, CyclicBarrier barrier, String site, String name, int version) throws Exception {
        barrier.await();
        return rig.json(
                        "PUT",
                        "/api/sites/" + site,
                        Write.Bodies.site(site, name, false),
                        "If-Match",
                        "\"" + version + "\"")
                .statusCode();
    }

    private TwoEditors() {}
}
