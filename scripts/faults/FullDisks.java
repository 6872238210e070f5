import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The database's disk, that of uploads and that of the log become full, one at a time, and are emptied again. */
final class FullDisks {
    interface Trial {
        void with(Path disk) throws Exception;
    }

    static List<String> run(Path jar, Path home) throws Exception {
        var wrong = new ArrayList<String>();
        if (!"root".equals(System.getProperty("user.name"))) {
            System.out.println("  SKIPPED: small disks are mounted for this, which needs root");
            return wrong;
        }
        onDisk(home, 1400, disk -> database(jar, disk, wrong));
        onDisk(home, 260, disk -> uploads(jar, home, disk, wrong));
        onDisk(home, 8, disk -> log(jar, home, disk, wrong));
        return wrong;
    }

    private static void onDisk(Path home, int megabytes, Trial trial) throws Exception {
        Files.createDirectories(home);
        var disk = Files.createTempDirectory("areal-small-disk");
        command("mount", "-t", "tmpfs", "-o", "mode=0755,size=" + megabytes + "m", "none", disk.toString());
        try {
            trial.with(disk);
        } finally {
            command("umount", "-l", disk.toString());
            Files.deleteIfExists(disk);
        }
    }

    private static void command(String... words) throws Exception {
        if (new ProcessBuilder(words).inheritIO().start().waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", words));
        }
    }

    /** Leaves some kilobytes; what is left over is written byte by byte by whoever comes. */
    private static Path fill(Path disk, long leave) throws IOException {
        var filler = disk.resolve("filler");
        var room = Files.getFileStore(disk).getUsableSpace() - leave;
        try (OutputStream out = Files.newOutputStream(filler)) {
            var block = new byte[1 << 16];
            for (long written = 0; written < room; written += block.length) {
                out.write(block);
            }
        } catch (IOException full) {
            // as it should be
        }
        return filler;
    }

    private static void database(Path jar, Path disk, List<String> wrong) throws Exception {
        command("chmod", "755", disk.toString());
        try (var rig = new Rig(jar, disk.resolve("home"))) {
            rig.log = jar.resolveSibling("fault-disk.log");
            rig.openDatabase();
            rig.startService();
            rig.sql("checkpoint;");
            var filler = fill(disk, 300_000);
            trial("database", rig, wrong, i -> rig.json("POST", "/api/saved", Write.Bodies.view("full-" + i, 180)));
            Files.delete(filler);
            after("database", rig.json("POST", "/api/saved", Write.Bodies.view("after", 180)), rig, wrong);
        }
    }

    private static void uploads(Path jar, Path home, Path disk, List<String> wrong) throws Exception {
        try (var rig = new Rig(jar, home).option("-Djava.io.tmpdir=" + disk)) {
            rig.openDatabase();
            rig.startService();
            var filler = fill(disk, 200_000);
            var large = Write.Bodies.upload("stor.geojson", " ".repeat(3_000_000) + Write.Bodies.mires("stor"))
                    .getBytes(StandardCharsets.UTF_8);
            trial("uploads", rig, wrong, i -> upload(rig, large));
            Files.delete(filler);
            var name = Long.toHexString(System.nanoTime());
            var small = Write.Bodies.upload(name + ".geojson", Write.Bodies.mires(name)).getBytes(StandardCharsets.UTF_8);
            after("uploads", upload(rig, small), rig, wrong);
        }
    }

    private static HttpResponse<String> upload(Rig rig, byte[] body) throws Exception {
        return rig.send("POST", "/api/datasets/myr/imports", "multipart/form-data; boundary=grense", body);
    }

    private static void log(Path jar, Path home, Path disk, List<String> wrong) throws Exception {
        try (var rig = new Rig(jar, home)) {
            rig.log = disk.resolve("service.log");
            rig.openDatabase();
            rig.startService();
            var filler = fill(disk, 0);
            rig.cluster.stop(); // which would be logged
            Thread.sleep(1_000);
            rig.cluster.start();
            Thread.sleep(2_000);
            int read = rig.status("/api/sites");
            int written = rig.json("POST", "/api/saved", Write.Bodies.view("log-" + System.nanoTime(), 1)).statusCode();
            Files.delete(filler);
            rig.cluster.stop();
            Thread.sleep(1_000);
            rig.cluster.start();
            Thread.sleep(2_000);
            boolean logged = Files.readString(rig.log).contains("The database is back");
            System.out.printf("  log: full, read %d, write %d; emptied, logs again: %s%n", read, written, logged);
            if (read != 200 || written != 201 || !logged) {
                wrong.add("log: a full disk was noticed by others, or it does not log again");
            }
        }
    }

    interface Attempt {
        HttpResponse<String> number(int i) throws Exception;
    }

    /** Writes until it is told that there is no room; meanwhile and after, what is there can be read. */
    private static void trial(String what, Rig rig, List<String> wrong, Attempt attempt) throws Exception {
        Map<Integer, Integer> answers = new TreeMap<>();
        int reads = 0;
        for (int i = 0; i < 30; i++) {
            answers.merge(attempt.number(i).statusCode(), 1, Integer::sum);
            reads += rig.status("/api/sites") == 200 ? 1 : 0;
        }
        System.out.println("  " + what + ": full, writes were answered " + answers + ", reads good " + reads + " of 30");
        if (!answers.containsKey(507)) {
            wrong.add(what + ": nobody was told 507");
        }
        if (answers.keySet().stream().anyMatch(status -> !List.of(200, 201, 507).contains(status)) || reads < 30) {
            wrong.add(what + ": something else went wrong: " + answers + ", good reads " + reads);
        }
    }

    private static void after(String what, HttpResponse<String> answer, Rig rig, List<String> wrong) {
        int read = rig.status("/api/sites");
        System.out.println("  " + what + ": emptied, without a restart: write " + answer.statusCode() + ", read " + read);
        if (answer.statusCode() >= 300 || read != 200) {
            wrong.add(what + ": not well again: " + answer.statusCode() + " " + answer.body());
        }
    }

    private FullDisks() {}
}
