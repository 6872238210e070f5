package no.arealkompass.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.arealkompass.geo.Geo;
import no.arealkompass.paper.MapScene.Border;
import no.arealkompass.paper.MapScene.Mark;
import no.arealkompass.paper.MapScene.Zone;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A check with findings of every kind, and ground for it: squares whose corners are known. */
final class PaperExamples {
    private static final int SRID = 25833;

    private PaperExamples() {}

    static String checkJson() {
        try (InputStream in = Objects.requireNonNull(PaperExamples.class.getResourceAsStream("/paper/check.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static CheckDocument check() {
        return CheckDocument.read(checkJson());
    }

    static Report report() {
        return new Report(
                List.of(new Explanation(
                        check().top().get(1).id(),
                        "Kommunestyret mener samfunnsnytten er større enn tapet av jord.",
                        "Sak 45/2018",
                        "Kommunestyret i Nord-Odal",
                        LocalDate.of(2018, 6, 20))),
                List.of(Sheet.Table.of(
                        "Areal etter formål",
                        List.of("Formål", "Nytt", "Videreført"),
                        List.of(List.of("Næringsbebyggelse (1300)", "312 daa", "922 daa")))),
                "Plansjekk 7d3f6f0e · SHA-256 0123456789abcdef",
                "urn:uuid:7d3f6f0e-5b0f-4a57-9a6e-0c7f2f8f2a11");
    }

    /** Two municipalities side by side, twelve zones of every group in the western one, and the marks of the check. */
    static MapScene scene() {
        var borders = List.of(
                new Border("Nord-Odal", square(300_000, 6_680_000, 20_000)),
                new Border("Sør-Odal", square(320_000, 6_680_000, 20_000)));
        List<Zone> zones = new ArrayList<>();
        var groups = ZoneGroup.values();
        for (int i = 0; i < 24; i++) {
            zones.add(new Zone(
                    square(301_000 + 3_000.0 * (i % 6), 6_683_000 + 3_500.0 * Math.floorDiv(i, 6), 2_500),
                    groups[i % groups.length]));
        }
        List<Mark> marks = new ArrayList<>();
        for (var finding : check().findings) {
            int i = finding.number() - 1;
            marks.add(new Mark(
                    String.valueOf(finding.number()),
                    square(301_300 + 3_000.0 * (i % 6), 6_683_300 + 3_500.0 * Math.floorDiv(i, 6), 1_200),
                    CheckScene.style(finding.kind())));
        }
        return new MapScene(borders, zones, marks, "© Kartverket");
    }

    static Geometry square(double west, double south, double side) {
        return Geo.factory(SRID).toGeometry(new Envelope(west, west + side, south, south + side));
    }
}
