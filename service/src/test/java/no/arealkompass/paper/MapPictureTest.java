package no.arealkompass.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import no.arealkompass.TestDatabase;
import no.arealkompass.paper.MapScene.Border;
import no.arealkompass.paper.MapScene.Mark;
import no.arealkompass.paper.MapScene.Style;
import no.arealkompass.paper.MapScene.Zone;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** Pictures looked at by their pixels, at places whose coordinates are known. */
class MapPictureTest {
    private static final int SIZE = 800;

    /** A square kilometre seen in 800 pixels: a municipality, a plain zone of 400 m in its north-west, and a mark in that. */
    private static final MapScene KNOWN = new MapScene(
            List.of(new Border("Grue", PaperExamples.square(0, 0, 1000))),
            List.of(new Zone(PaperExamples.square(100, 500, 400), ZoneGroup.SETTLEMENT)),
            List.of(new Mark("7", PaperExamples.square(150, 550, 300), Style.DEVIATION)),
            "");

    private static BufferedImage known(MapScene scene) {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        var g = MapPicture.graphics(image);
        new MapPicture(g, new Rectangle(SIZE, SIZE), 14, new Envelope(0, 1000, 0, 1000)).draw(scene);
        g.dispose();
        return image;
    }

    private static Color at(BufferedImage image, double x, double y) {
        return new Color(image.getRGB((int) (x * SIZE / 1000), (int) ((1000 - y) * SIZE / 1000)));
    }

    @Test
    void everythingIsWhereItsCoordinatesSay() {
        var image = known(KNOWN);
        assertThat(at(image, 120, 520)).as("zone").isEqualTo(ZoneGroup.SETTLEMENT.colour());
        assertThat(at(image, 120, 480)).as("south of the zone").isNotEqualTo(ZoneGroup.SETTLEMENT.colour());
        assertThat(at(image, 150, 700)).as("edge of the mark").isEqualTo(MapPicture.BAD);
        assertThat(at(image, 450, 700)).as("its eastern edge").isEqualTo(MapPicture.BAD);
        assertThat(at(image, 300, 690)).as("its badge, beside the number").isIn(MapPicture.BAD, Color.WHITE);
        var without = known(new MapScene(KNOWN.borders(), KNOWN.zones(), List.of(), ""));
        assertThat(at(without, 150, 700)).isEqualTo(ZoneGroup.SETTLEMENT.colour());
    }

    @Test
    void aNumberIsLegibleInItsBadge() {
        var middle = new Point2D.Double(300, 700);
        assertThat(whites(known(KNOWN), middle)).isGreaterThan(15);
        var eight = new Mark("8", KNOWN.marks().getFirst().area(), Style.DEVIATION);
        assertThat(known(new MapScene(KNOWN.borders(), KNOWN.zones(), List.of(eight), ""))
                        .getRGB(0, 0))
                .isEqualTo(known(KNOWN).getRGB(0, 0));
        assertThat(whites(known(new MapScene(KNOWN.borders(), KNOWN.zones(), List.of(eight), "")), middle))
                .isNotEqualTo(whites(known(KNOWN), middle));
    }

    /** Lettering inside the disc of a badge: its halo is outside. */
    private static long whites(BufferedImage image, Point2D.Double place) {
        int x = (int) (place.x * SIZE / 1000);
        int y = (int) ((1000 - place.y) * SIZE / 1000);
        long white = 0;
        for (int dx = -7; dx <= 7; dx++) {
            for (int dy = -7; dy <= 7; dy++) {
                white += new Color(image.getRGB(x + dx, y + dy)).getRed() > 200 ? 1 : 0;
            }
        }
        return white;
    }

    @Test
    void groupsDifferWithoutColour() {
        Set<List<Integer>> looks = new HashSet<>();
        for (var group : ZoneGroup.values()) {
            var image = known(
                    new MapScene(List.of(), List.of(new Zone(PaperExamples.square(0, 0, 1000), group)), List.of(), ""));
            looks.add(pattern(image, group));
        }
        // Defence and unknown purposes are both crossed; no plan here has the first.
        assertThat(looks).hasSize(ZoneGroup.values().length - 1);
    }

    /** Which pixels of a few square centimetres are not the plain colour. */
    private static List<Integer> pattern(BufferedImage image, ZoneGroup group) {
        List<Integer> dark = new java.util.ArrayList<>();
        for (int i = 0; i < 40 * 40; i++) {
            int x = 300 + i % 40;
            int y = 300 + i / 40;
            if (new Color(image.getRGB(x, y)).getGreen() < group.colour().getGreen() - 30) {
                dark.add(i);
            }
        }
        return dark;
    }

    @Test
    void badgesNeverHideEachOther() throws IOException {
        var here = PaperExamples.square(480, 480, 40);
        var many = java.util.stream.IntStream.rangeClosed(1, 9)
                .mapToObj(i -> new Mark(String.valueOf(i), here, Style.DEVIATION))
                .toList();
        var image = known(new MapScene(List.of(), List.of(), many, ""));
        int red = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            red += image.getRGB(i % SIZE, i / SIZE) == MapPicture.BAD.getRGB() ? 1 : 0;
        }
        double disc = Math.PI * 12.6 * 12.6;
        assertThat(red).isGreaterThan((int) (9 * disc * 0.6));
    }

    @Test
    void theScaleBarIsAsLongAsItSays() {
        assertThat(MapPicture.nice(260)).isEqualTo(200);
        assertThat(MapPicture.nice(5100)).isEqualTo(5000);
        assertThat(MapPicture.nice(1999)).isEqualTo(1000);
        var image = known(new MapScene(List.of(), List.of(), List.of(), ""));
        int from = 0;
        int to = 0;
        for (int x = 5; x < SIZE / 2; x++) { // the frame of the map is outside
            if (new Color(image.getRGB(x, SIZE - 14 - 1)).getRed() < 140) {
                from = from == 0 ? x : from;
                to = x;
            }
        }
        assertThat(to - from + 1).as("200 m of 1,000 in 800 pixels").isBetween(158, 162);
    }

    @Test
    void aSlideHasTheSizeAskedForAndTheSamePixelsEachTime() throws IOException {
        var check = PaperExamples.check();
        var words = CheckWords.of(check, "© Kartverket", Language.NB);
        var png = Slide.slide(PaperExamples.scene(), words, Language.NB, Paper.SLIDE_WIDTH, Paper.SLIDE_HEIGHT);
        Files.write(TestDatabase.buildFolder().resolve("slide.png"), png);
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(900);
        assertThat(png)
                .isEqualTo(
                        Slide.slide(PaperExamples.scene(), words, Language.NB, Paper.SLIDE_WIDTH, Paper.SLIDE_HEIGHT));
        assertThat(words.points()).hasSize(3);
    }

    @Test
    void textIsWrappedAndCutToItsLines() {
        var lines = Lettering.REGULAR.wrap("Sone N23 Åsbråten tar 31,4 daa dyrket mark og litt myr", 20, 150, 2);
        assertThat(lines).hasSize(2).allMatch(line -> Lettering.REGULAR.width(line, 20) <= 150);
        assertThat(lines.getLast()).endsWith("…");
    }
}
