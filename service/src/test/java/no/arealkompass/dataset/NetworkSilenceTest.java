package no.arealkompass.dataset;

import static no.arealkompass.dataset.TestData.feature;
import static no.arealkompass.dataset.TestData.square;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    @Test
    void noFormatCallsAnyone() throws Exception {
        try (Ear ear = new Ear()) {
            String there = "http://127.0.0.1:" + ear.port() + "/";
            List<Path> lures = lures(there);
            for (Path lure : lures) {
                try {
                    Opened.file(lure);
                } catch (Refused e) {
                    assertThat(e.issue().code())
                            .as("%s is refused for a reason with words", lure)
                            .isNotEmpty();
                }
                assertThat(ear.heard())
                        .as("%s made us call", lure.getFileName())
                        .isZero();
            }
            new java.net.URI(there + "probe").toURL().openConnection().getHeaderField(0);
            assertThat(ear.heard()).as("the listener does listen").isPositive();
        }
    }

    private List<Path> lures(String there) {
        String gml = Samples.gml("urn:ogc:def:crs:EPSG::25833", Samples.gmlPoint("1 2"));
        String schema = gml.replace(
                " gml:id=\"c\"",
                " gml:id=\"c\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://example.test/app "
                        + there + "app.xsd\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
        String link = schema.replace("<app:navn>", "<app:plan xlink:href=\"" + there + "plan#1\"/><app:navn>");
        String system = Samples.gml(there + "def/crs/EPSG/0/25833", Samples.gmlPoint("1 2"));
        String entity = gml.replace("<gml:Feat", "<!DOCTYPE a SYSTEM \"" + there + "a.dtd\">\n<gml:Feat");
        String vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>/vsicurl/" + there
                + "a.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
        Path gpkg = folder.resolve("view.gpkg");
        Path areas =
                Door.write(folder, "a.geojson", TestData.collection(feature("a", "x", "1", square(12.0, 60.2, 0.01))));
        Samples.ogr2ogr(gpkg.toString(), areas.toString(), "-nln", "omrader");
        Samples.run(
                "ogrinfo",
                gpkg.toString(),
                "-sql",
                "create view v as select *, ogr_geocode('" + there + "') from omrader");
        Samples.run(
                "ogrinfo",
                "--config",
                "ALLOW_OGR_SQL_FUNCTIONS_FROM_TRIGGER_AND_VIEW",
                "YES",
                gpkg.toString(),
                "-sql",
                "insert into gpkg_contents (table_name, data_type, identifier, srs_id) values ('v', 'attributes', 'v', 0)");
        Map<String, byte[]> workbook = new LinkedHashMap<>();
        workbook.put("[Content_Types].xml", Samples.utf8("<Types/>"));
        workbook.put("xl/workbook.xml", Samples.utf8("<workbook><sheets/></workbook>"));
        workbook.put(
                "xl/_rels/workbook.xml.rels",
                Samples.utf8("<Relationships><Relationship Id=\"rId1\" Type=\"externalLink\" Target=\"" + there
                        + "b.xlsx\" TargetMode=\"External\"/></Relationships>"));
        return List.of(
                Door.write(folder, "schema.gml", schema),
                Door.write(folder, "link.gml", link),
                Door.write(folder, "system.gml", system),
                Door.write(folder, "entity.gml", entity),
                Door.write(folder, "vrt.geojson", vrt),
                Samples.write(
                        folder, "vrt.zip", Samples.zip(Map.of("a.gml", Samples.utf8(vrt), "b.vrt", Samples.utf8(vrt)))),
                Door.write(folder, "curl.csv", "id;wkt\n1;/vsicurl/" + there + "\n"),
                Door.write(
                        folder,
                        "crs.geojson",
                        TestData.collection(
                                List.of(feature("a", "x", "1", square(1, 2, 1))), TestData.crs(there + "crs"))),
                gpkg,
                Samples.write(folder, "links.xlsx", Samples.zip(workbook)),
                Door.write(folder, "a.sos", Samples.sosi("UTF-8", 23, Samples.SOSI_BODY.replace("Våler", there))));
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
