import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** 300 that send a byte at a time, and 300 that read as slowly; nobody else should notice. */
final class SlowPeople {
    private static final int EACH = 300;
    private static final long MILLIS = 20_000;

    static List<String> run(Path jar, Path home) throws Exception {
        var wrong = new ArrayList<String>();
        try (var rig = new Rig(jar, home)) {
            rig.openDatabase();
            rig.startService();
            try (var load = new Load(rig, 8, 20)) {
                Thread.sleep(5_000);
                load.samples.clear();
                long quiet = System.nanoTime();
                Thread.sleep(8_000);
                long begin = System.nanoTime();
                var connected = new AtomicInteger();
                var over = new AtomicBoolean();
                var people = new ArrayList<Thread>();
                for (int i = 0; i < EACH; i++) {
                    people.add(Thread.ofVirtual().start(() -> sendSlowly(rig, connected, over)));
                    people.add(Thread.ofVirtual().start(() -> readSlowly(rig, connected, over)));
                }
                Thread.sleep(MILLIS);
                int held = connected.get();
                over.set(true);
                long end = System.nanoTime();
                System.out.println("  light, nobody else: " + Load.summary(load.between(quiet, begin)));
                System.out.println("  light, beside " + held + " slow connections: " + Load.summary(load.between(begin, end)));
                if (load.between(begin, end).stream().anyMatch(s -> s.status() != 200)) {
                    wrong.add("others were refused");
                }
                if (held < EACH) {
                    wrong.add("only " + held + " slow connections could be made: nothing was tested");
                }
                for (var one : people) {
                    one.join();
                }
            }
        }
        return wrong;
    }

    /** A costly address, with a login: the body must be waited for before a place is taken. */
    private static void sendSlowly(Rig rig, AtomicInteger connected, AtomicBoolean over) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), rig.port)) {
            var out = socket.getOutputStream();
            out.write(("POST /api/sites/assessment HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: "
                            + Rig.login() + "\r\nContent-Length: 100000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            connected.incrementAndGet();
            while (!over.get()) {
                out.write(' ');
                out.flush();
                Thread.sleep(500);
            }
        } catch (IOException | InterruptedException ended) {
            connected.decrementAndGet();
        }
    }

    private static void readSlowly(Rig rig, AtomicInteger connected, AtomicBoolean over) {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(2048);
            socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), rig.port));
            socket.getOutputStream()
                    .write("GET /collections/eiendommer/items?limit=10000 HTTP/1.1\r\nHost: x\r\nX: 1\r\n\r\nGET /collections/veger/items?limit=10000 HTTP/1.1\r\nHost: x\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            connected.incrementAndGet();
            while (!over.get() && socket.getInputStream().read() >= 0) {
                Thread.sleep(500);
            }
        } catch (IOException | InterruptedException ended) {
            connected.decrementAndGet();
        }
    }

    private SlowPeople() {}
}
