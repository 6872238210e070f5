package no.arealkompass.dataset;

import static no.arealkompass.dataset.TestData.feature;
import static no.arealkompass.dataset.TestData.square;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file can ask GDAL to fetch something; shut in, GDAL reaches nobody. */
class NetworkSilenceTest {
    @TempDir
    Path folder;

    @Test
    void aFileCannotMakeUsCallAnyone() throws Exception {
        try (Ear ear = new Ear()) {
            String link = "\"crs\": {\"type\": \"link\", \"properties\": {\"href\": \"http://127.0.0.1:" + ear.port()
                    + "/crs\", \"type\": \"proj4\"}}, ";
            Path lure = Door.write(
                    folder,
                    "lure.geojson",
                    TestData.collection(List.of(feature("a", "x", "1", square(12.0, 60.2, 0.01))), link));
            new ProcessBuilder("ogrinfo", "-ro", "-so", "-al", lure.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("unconfined.txt").toFile())
                    .start()
                    .waitFor();
            assertThat(ear.heard())
                    .as("the lure works on a GDAL that is not shut in")
                    .isPositive();
            int before = ear.heard();
            Door door = Door.on(TestData.descriptions(folder));
            assertThat(door.take("areas", "plain", lure).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(ear.heard()).isEqualTo(before);
        }
    }

    /** Listens on loopback and counts who calls. */
    private static final class Ear implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final AtomicInteger heard = new AtomicInteger();

        Ear() throws IOException {
            Thread.ofPlatform().daemon().start(this::listen);
        }

        private void listen() {
            while (!socket.isClosed()) {
                try (Socket caller = socket.accept()) {
                    heard.incrementAndGet();
                    caller.getOutputStream()
                            .write("HTTP/1.0 404 no\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    return; // closed: the test is over
                }
            }
        }

        int port() {
            return socket.getLocalPort();
        }

        int heard() {
            return heard.get();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
