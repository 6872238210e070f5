package no.arealkompass.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small made-up files in the formats of the import door. */
final class Samples {
    /** A triangle of surveyed borders with an arc, a surface of them, and a name. */
    static final String SOSI_BODY = """
            .KURVE 1:
            ..OBJTYPE Grense
            ..NØ
            100000 0
            ..NØ
            0 0
            .BUEP 2:
            ..OBJTYPE Grense
            ..NØ
            0 0
            50000 50000
            100000 0 ...KP 1
            .FLATE 3:
            ..OBJTYPE Område
            ..NAVN "Åsnes, Sør-Odal og Våler"
            ..REF :1 :2
            ..NØ
            50000 10000
            .SLUTT
            """;

    private Samples() {}

    static String sosi(String encoding, int koordsys, String body) {
        return """
            .HODE
            ..TEGNSETT %s
            ..OMRÅDE
            ...MIN-NØ 6600000 300000
            ...MAX-NØ 6800000 400000
            ..SOSI-VERSJON 4.5
            ..SOSI-NIVÅ 4
            ..TRANSPAR
            ...KOORDSYS %d
            ...ORIGO-NØ 6680000 330000
            ...ENHET 0.01
            """.formatted(encoding, koordsys) + body;
    }

    static String gml(String srsName, String geometry) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="http://example.test/app" gml:id="c">
            <gml:featureMember><app:Flate gml:id="a1"><app:kommunenummer>0301</app:kommunenummer>
            <app:navn>Sør-Odal</app:navn><app:område>%s</app:område></app:Flate></gml:featureMember>
            </gml:FeatureCollection>
            """.formatted(geometry.replace("SRS", "srsName=\"" + srsName + "\""));
    }

    static String gmlPoint(String position) {
        return "<gml:Point gml:id=\"p\" SRS><gml:pos>" + position + "</gml:pos></gml:Point>";
    }

    static Path write(Path folder, String name, String content, Charset charset) {
        return write(folder, name, content.getBytes(charset));
    }

    static Path write(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Runs GDAL, not shut in, to make a file of our own. */
    static void ogr2ogr(String... arguments) {
        run("ogr2ogr", arguments);
    }

    static void run(String program, String... arguments) {
        try {
            List<String> command = new java.util.ArrayList<>(List.of(program));
            command.addAll(List.of(arguments));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
