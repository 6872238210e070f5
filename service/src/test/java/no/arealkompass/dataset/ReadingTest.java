package no.arealkompass.dataset;

import static no.arealkompass.dataset.Samples.gml;
import static no.arealkompass.dataset.Samples.gmlPoint;
import static no.arealkompass.dataset.Samples.sosi;
import static no.arealkompass.dataset.Samples.utf8;
import static no.arealkompass.dataset.Samples.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.arealkompass.dataset.ForeignFile.Encoding;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.Refused.FileIssue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** What each format can hold, in small files written for it; and what is refused, with the thing named. */
class ReadingTest {
    private static final String ORDINARY = "urn:ogc:def:crs:EPSG::25833";

    @TempDir
    Path folder;

    private Opened open(String name, byte[] content) {
        return Opened.file(Samples.write(folder, name, content));
    }

    private FileIssue refused(String name, byte[] content) {
        return refused(Samples.write(folder, name, content), Door.LIMITS);
    }

    private static FileIssue refused(Path file, ImportLimits limits) {
        Refused refused = catchThrowableOfType(Refused.class, () -> Opened.file(file, limits));
        assertThat(refused).as("refused").isNotNull();
        FileIssue issue = refused.issue();
        Map<String, String> args = new LinkedHashMap<>();
        issue.args().forEach((key, value) -> args.put(key, String.valueOf(value)));
        for (String text : new String[] {
            IssueTexts.message(issue.code(), args).nb(),
            IssueTexts.remedy(issue.code(), args).en()
        }) {
            assertThat(text).as("said in words, every place filled").doesNotContain("{");
        }
        return issue;
    }

    @ParameterizedTest
    @CsvSource({
        "ISO8859-1, UTF-8, UTF-8, true",
        "UTF-8, UTF-8, UTF-8, false",
        "ISO8859-1, ISO-8859-1, ISO-8859-1, false",
        "ISO8859-10, ISO-8859-1, ISO-8859-10, false",
        "ANSI, windows-1252, windows-1252, false",
        "DOSN8, IBM865, IBM865, false",
        "ISO8859-1, IBM865, IBM865, true",
        "DOSN8, ISO-8859-1, ISO-8859-1, true",
    })
    void sosiIsReadByItsBytes(String declared, String written, String found, boolean differs) {
        byte[] bytes = sosi(declared, 23, Samples.SOSI_BODY).getBytes(Charset.forName(written));
        Opened file = open("a.txt", bytes);
        assertThat(file.encoding()).contains(new Encoding(found, declared));
        assertThat(file.codes().contains("ENCODING_DIFFERS")).isEqualTo(differs);
        assertThat(file.rows("polygons").getFirst().fields())
                .containsEntry("navn", "Åsnes, Sør-Odal og Våler")
                .containsEntry("objekttypenavn", "Område");
    }

    @Test
    void sosiInSevenBitsAndInLettersOfTheNorth() {
        String seven = sosi("ND7", 23, Samples.SOSI_BODY)
                .replace('Ø', '\\')
                .replace('Å', ']')
                .replace('ø', '|')
                .replace('å', '}');
        assertThat(open("7.sos", utf8(seven)).rows("polygons").getFirst().fields())
                .containsEntry("navn", "Åsnes, Sør-Odal og Våler");
        String sami = sosi("ISO8859-1", 23, Samples.SOSI_BODY).replace("Våler", "Čáhcesuolu ¤ Ŋ");
        assertThat(open("s.sos", utf8(sami)).rows("polygons").getFirst().fields())
                .as("letters that ISO 8859-1 does not have")
                .containsEntry("navn", "Åsnes, Sør-Odal og Čáhcesuolu ¤ Ŋ");
    }

    @Test
    void arcsInSosiAreWithinACentimetreAndInPlace() {
        Opened file = open("arc.sos", utf8(sosi("UTF-8", 23, Samples.SOSI_BODY)));
        Circle circle = Circle.through(330000, 6680000, 330500, 6680500, 330000, 6681000);
        assertThat(circle.furthest(file.geometry("lines", 1))).isLessThan(0.01);
        assertThat(file.area("polygons")).isCloseTo(Math.PI * 500 * 500 / 2, within(15.0));
        assertThat(file.codes()).containsExactly("ARCS_LINEARISED");
        assertThat(file.layer().crs()).isEqualTo("EPSG:25833");
    }

    @Test
    void circlesSymbolsAndWhatIsLeftOutOfSosi() {
        String body = """
            .SIRKELP 1:
            ..NØ
            0 0
            50000 50000
            100000 0
            .SYMBOL 2:
            ..OBJTYPE Symbol
            ..NØ
            5 5
            .SVERM 3:
            ..NØ
            5 5
            7 7
            .FLATE 4:
            ..REF :1
            ..NØ
            50000 0
            .SLUTT
            """;
        Opened file = open("circle.sos", utf8(sosi("UTF-8", 99, body)));
        assertThat(file.area("polygons")).isCloseTo(Math.PI * 500 * 500, within(30.0));
        assertThat(file.rows("points")).hasSize(1);
        assertThat(file.codes()).containsExactly("ARCS_LINEARISED", "SOSI_LEFT_OUT");
        assertThat(file.layer().crs())
                .as("a number nobody knows is asked about")
                .isEqualTo("SOSI KOORDSYS 99");
    }

    @Test
    void gapsAndMissingBordersInSosiAreTold() {
        String gap = Samples.SOSI_BODY.replaceFirst("..NØ\n0 0\n", "..NØ\n10 0\n");
        Opened file = open("gap.sos", utf8(sosi("UTF-8", 23, gap)));
        assertThat(file.notes()).filteredOn(FileIssue::blocking).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SOSI_OPEN");
            assertThat(issue.args()).containsEntry("surface", 3L).containsEntry("reference", 1L);
        });
        FileIssue missing = refused("ref.sos", utf8(sosi("UTF-8", 23, Samples.SOSI_BODY.replace(":1 :2", ":1 :7"))));
        assertThat(missing.code()).isEqualTo("SOSI_REFERENCE");
        assertThat(missing.args()).containsEntry("reference", 7L);
        String whole = sosi("UTF-8", 23, Samples.SOSI_BODY);
        assertThat(refused("cut.sos", utf8(whole.substring(0, whole.length() - 40)))
                        .code())
                .isEqualTo("SOSI_CUT_OFF");
        assertThat(refused("head.sos", utf8(whole.replace("...ENHET 0.01\n", "")))
                        .args())
                .containsEntry("missing", "ENHET");
        assertThat(refused("bue.sos", utf8(whole.replace("50000 50000\n", ""))).code())
                .isEqualTo("SOSI_ARC");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:ogc:def:crs:EPSG::25833, 330000 6680000, 330000, 6680000",
        "http://www.opengis.net/def/crs/EPSG/0/25832, 650000 6680000, 650000, 6680000",
        "EPSG:25833, 330000 6680000, 330000, 6680000",
        "urn:ogc:def:crs:EPSG::4258, 60.2 12.1, 12.1, 60.2",
        "http://www.opengis.net/def/crs/EPSG/0/4326, 60.2 12.1, 12.1, 60.2",
        "http://www.opengis.net/gml/srs/epsg.xml#4326, 12.1 60.2, 12.1, 60.2",
        "EPSG:4326, 12.1 60.2, 12.1, 60.2",
        "urn:ogc:def:crs:EPSG::3045, 6680000 330000, 330000, 6680000",
    })
    void axesInGmlRunAsTheNameOfTheSystemSays(String srs, String written, double x, double y) {
        Opened file = open("p.gml", utf8(gml(srs, gmlPoint(written))));
        Geometry point = file.geometry("Flate", 0);
        assertThat(point.getCoordinate().x).isEqualTo(x);
        assertThat(point.getCoordinate().y).isEqualTo(y);
        assertThat(file.rows().getFirst().fields())
                .containsEntry("gml_id", "a1")
                .containsEntry("kommunenummer", "0301")
                .containsEntry("navn", "Sør-Odal");
    }

    @Test
    void gmlThatLiesAboutItsCharactersIsPutRight() {
        String text = gml(ORDINARY, gmlPoint("330000 6680000"));
        Opened latin = open("l.gml", text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.rows().getFirst().fields()).containsEntry("navn", "Sør-Odal");
        assertThat(latin.codes()).containsExactly("ENCODING_DIFFERS");
        Opened utf = open("u.gml", utf8(text.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")));
        assertThat(utf.rows().getFirst().fields()).containsEntry("navn", "Sør-Odal");
        assertThat(utf.encoding()).contains(new Encoding("UTF-8", "ISO-8859-1"));
        Opened honest = open(
                "h.gml",
                text.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(honest.rows().getFirst().fields()).containsEntry("navn", "Sør-Odal");
        assertThat(honest.codes()).isEmpty();
        Opened wide = open("w.gml", ("\uFEFF" + text.replace("UTF-8", "UTF-16")).getBytes(StandardCharsets.UTF_16LE));
        assertThat(wide.rows().getFirst().fields()).containsEntry("navn", "Sør-Odal");
    }

    @Test
    void theSurfaceOfAnObjectInGmlCountsAndNotItsPoint() {
        String polygon =
                "<gml:Polygon gml:id=\"f\" SRS><gml:exterior><gml:LinearRing><gml:posList>0 0 0 10 10 10 10 0 0 0"
                        + "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>";
        String both = gml(
                        ORDINARY,
                        polygon + "</app:område><app:posisjon>" + gmlPoint("3 4") + "</app:posisjon><app:område2>")
                .replace("<app:område2></app:område>", "");
        Opened file = open("both.gml", utf8(both));
        assertThat(file.geometry("Flate", 0).getArea()).isEqualTo(100);
        assertThat(file.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("GEOMETRY_CHOSEN");
            assertThat(note.args()).containsEntry("chosen", "område").containsEntry("others", "posisjon");
        });
    }

    @Test
    void gmlIsRefusedByName() {
        String text = gml(ORDINARY, gmlPoint("1 2"));
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<gml:Feature";
        assertThat(refused("d.gml", utf8(text.replace("<gml:Feature", entity))).code())
                .isEqualTo("XML_DOCTYPE");
        assertThat(refused("c.gml", utf8(text.substring(0, 400))).code()).isEqualTo("NOT_XML");
        String deep = "<gml:x>".repeat(5000);
        assertThat(refused("deep.gml", utf8(text.replace("<app:navn>", deep))).code())
                .isEqualTo("TOO_DEEP");
        String link =
                "<gml:MultiSurface gml:id=\"m\" SRS><gml:surfaceMember xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                        + " xlink:href=\"#f1\"/></gml:MultiSurface>";
        assertThat(refused("x.gml", utf8(gml(ORDINARY, link))).code()).isEqualTo("GML_XLINK");
        String two = text.replace(
                "</gml:featureMember>",
                "</gml:featureMember><gml:featureMember><app:Flate gml:id=\"b\">"
                        + "<app:område>" + gmlPoint("1 2").replace("SRS", "srsName=\"EPSG:25832\"")
                        + "</app:område></app:Flate></gml:featureMember>");
        assertThat(refused("two.gml", utf8(two)).code()).isEqualTo("SEVERAL_CRS");
        assertThat(refused("kml.xml", utf8("<kml><Document/></kml>")).code()).isEqualTo("XML_NOT_GML");
    }

    /** A shapefile made by GDAL: two places, in the characters asked for. */
    private Map<String, byte[]> shapefile(String name, String encoding) {
        Path source = Door.write(
                folder,
                name + ".geojson",
                TestData.collection(
                        java.util.List.of(
                                "{\"type\":\"Feature\",\"properties\":{\"NAVN\":\"Sør-Odal\",\"STØRRELSE\":\"Åsnes\"},"
                                        + "\"geometry\":" + TestData.point(330000, 6680000) + "}",
                                "{\"type\":\"Feature\",\"properties\":{\"NAVN\":\"Våler\",\"STØRRELSE\":\"æ\"},"
                                        + "\"geometry\":" + TestData.point(330001, 6680001) + "}"),
                        TestData.crs("EPSG:25833")));
        Samples.ogr2ogr(
                "-lco", "ENCODING=" + encoding, folder.resolve(name + ".shp").toString(), source.toString());
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (String part : new String[] {"shp", "shx", "dbf", "prj", "cpg"}) {
            try {
                parts.put(name + "." + part, Files.readAllBytes(folder.resolve(name + "." + part)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return parts;
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "ISO-8859-1, ISO-8859-1", "CP865, IBM865"})
    void shapefilesWithoutOrWithAFalseCodePage(String written, String found) {
        Map<String, byte[]> parts = shapefile("kommuner", written);
        for (String says : new String[] {"", "UTF-8", "ISO-8859-1"}) {
            parts.remove("kommuner.cpg");
            if (!says.isEmpty()) {
                parts.put("kommuner.cpg", utf8(says));
            }
            Opened file = open("s.zip", zip(parts));
            assertThat(file.values("NAVN")).as("%s as %s", written, says).containsExactly("Sør-Odal", "Våler");
            assertThat(file.values("STØRRELSE")).containsExactly("Åsnes", "æ");
            assertThat(file.encoding().orElseThrow().found()).isEqualTo(found);
            assertThat(file.codes().contains("ENCODING_DIFFERS")).isEqualTo(!says.isEmpty() && !says.equals(written));
        }
    }

    @Test
    void partsOfAShapefile() {
        Map<String, byte[]> parts = shapefile("våler", "UTF-8");
        Map<String, byte[]> without = new LinkedHashMap<>(parts);
        without.remove("våler.shx");
        without.remove("våler.prj");
        Opened file = open("a.zip", zip(without));
        assertThat(file.layers().keySet()).containsExactly("våler");
        assertThat(file.rows()).hasSize(2);
        assertThat(file.codes()).containsExactly("SHX_RESTORED");
        assertThat(file.layer().crs())
                .as("nothing states it, so it is asked for")
                .isBlank();
        without.remove("våler.dbf");
        assertThat(refused("b.zip", zip(without)).args()).containsEntry("missing", "våler.dbf");
        without.putAll(parts);
        without.remove("våler.shp");
        assertThat(refused("c.zip", zip(without)).args()).containsEntry("missing", "våler.shp");
        without.putAll(shapefile("andre", "UTF-8"));
        without.putAll(parts);
        assertThat(open("d.zip", zip(without)).layers().keySet()).containsExactlyInAnyOrder("våler", "andre");
        without.put("våler.shp", java.util.Arrays.copyOf(parts.get("våler.shp"), 130));
        assertThat(refused("e.zip", zip(without)).code()).isEqualTo("ENTRY_DAMAGED");
        assertThat(refused("f.shp", parts.get("våler.shp")).code()).isEqualTo("SHAPEFILE_NOT_ZIPPED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "IBM865", "UTF-16"})
    void tablesInEveryCharacterSet(String charset) {
        String text =
                "id;Navn;Øst (m);Nord (m)\r\n1;\"Sør-Odal; \"\"gård\"\"\";330 000,5;6680000,25\r\n2;Åsnes;;\r\n3;Våler;x;5\r\n";
        Opened file = open("t.csv", text.getBytes(Charset.forName(charset)));
        assertThat(file.format()).isEqualTo(Format.CSV);
        assertThat(file.layer().fields()).containsExactly("id", "Navn", "Øst (m)", "Nord (m)");
        assertThat(file.values("Navn")).containsExactly("Sør-Odal; \"gård\"", "Åsnes", "Våler");
        assertThat(file.geometry("table", 0).toText()).isEqualTo("POINT (330000.5 6680000.25)");
        assertThat(file.rows().get(1).wkb()).isNull();
        assertThat(file.rows().get(1).fault()).isNull();
        assertThat(file.rows().get(2).fault()).returns("GEOMETRY_COORDINATE", FileIssue::code);
    }

    @Test
    void wellKnownTextInTables() {
        Opened file = open("w.csv", utf8("""
                        id,WKT
                        1,"POLYGON ((0 0, 0 10, 10 10, 0 0))"
                        2,"POLYGON ((0 0, 0 10, 10 10))"
                        3,"POINT (1 2) x"
                        4,
                        5,POINT Z (1 2 3)
                        """));
        assertThat(file.geometry("table", 0).getArea()).isEqualTo(50);
        assertThat(file.rows().get(1).fault())
                .as("an open ring is not closed")
                .returns("GEOMETRY_UNREADABLE", FileIssue::code);
        assertThat(file.rows().get(2).fault()).returns("GEOMETRY_UNREADABLE", FileIssue::code);
        assertThat(file.rows().get(3).fault()).isNull();
        assertThat(file.geometry("table", 4).getCoordinate().getZ()).isEqualTo(3);
        assertThat(file.values("WKT").getFirst()).startsWith("POLYGON");
    }

    @Test
    void tablesWithoutGeometryAndTablesWithFaults() {
        Opened facts = open("f.csv", utf8("id\tstrøm MW\teier\n007\t12,5\tKari\n"));
        assertThat(facts.layer()).returns(Layer.NO_GEOMETRY, Layer::type).returns(1L, Layer::count);
        assertThat(facts.rows().getFirst().fields()).containsEntry("id", "007").containsEntry("strøm MW", "12,5");
        assertThat(refused("c.csv", utf8("a;b\n1;2\n1;2;3\n")).args()).containsEntry("row", 3L);
        assertThat(refused("q.csv", utf8("a;b\n1;\"2\n1;2\n")).code()).isEqualTo("CSV_QUOTE");
    }

    @Test
    void workbooks() {
        Path csv = Door.write(folder, "tomter.csv", "id;navn;X;Y\n0012;Sør-Odal;330000,5;6680000\n13;Åsnes;1;2\n");
        Path xlsx = folder.resolve("tomter.xlsx");
        Samples.ogr2ogr("-f", "XLSX", xlsx.toString(), csv.toString(), "-oo", "AUTODETECT_TYPE=NO");
        Opened file = Opened.file(xlsx);
        assertThat(file.format()).isEqualTo(Format.EXCEL);
        assertThat(file.layer().fields()).containsExactly("id", "navn", "X", "Y");
        assertThat(file.values("id")).as("text stays text").containsExactly("0012", "13");
        assertThat(file.geometry("tomter", 0).toText()).isEqualTo("POINT (330000.5 6680000)");
    }

    private Path geoPackage(String name) {
        Path source = Door.write(
                folder,
                name + ".geojson",
                TestData.collection(
                        TestData.feature("a", "x", "1", TestData.square(12, 60, 0.1)),
                        TestData.feature("b", "x", "2", TestData.square(13, 60, 0.1))));
        Path file = folder.resolve(name + ".gpkg");
        Samples.ogr2ogr(file.toString(), source.toString(), "-nln", "omrader");
        return file;
    }

    @Test
    void geoPackageOfAttributesComesAfterGeometry() {
        Path file = geoPackage("plain");
        Path facts = Door.write(folder, "alene.csv", "id,navn\n1,Åsnes\n");
        Samples.ogr2ogr("-update", file.toString(), facts.toString(), "-nln", "aaa");
        Opened opened = Opened.file(file);
        assertThat(opened.layers().keySet()).containsExactly("omrader", "aaa");
        assertThat(opened.layers().get("aaa").hasGeometry()).isFalse();
        assertThat(opened.rows("aaa").getFirst().fields()).containsEntry("navn", "Åsnes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "GPKG_TRIGGER | create trigger t after update on omrader begin delete from omrader; end",
                "GPKG_VIEW | create view v as select * from omrader; insert into gpkg_contents"
                        + " (table_name, data_type, identifier, srs_id) values ('v', 'attributes', 'v', 0)",
                "GPKG_VIRTUAL | create virtual table s using fts3(a)",
                "GPKG_EXTENSION | insert into gpkg_extensions values ('omrader', null, 'evil_ext', 'x', 'read-write')",
                "GPKG_COMPUTED | alter table omrader add column g text generated always as (kind + 1) virtual",
            })
    void geoPackagesThatDoThingsAreRefused(String code, String sql) {
        Path file = geoPackage("evil");
        for (String statement : sql.contains(" begin ") ? new String[] {sql} : sql.split(";")) {
            Samples.run("ogrinfo", file.toString(), "-sql", statement);
        }
        assertThat(refused(file, Door.LIMITS).code()).isEqualTo(code);
    }

    @Test
    void flatGeobuf() {
        Path file = folder.resolve("a.fgb");
        Samples.ogr2ogr("-f", "FlatGeobuf", file.toString(), geoPackage("fgb").toString());
        Opened opened = Opened.file(file);
        assertThat(opened.format()).isEqualTo(Format.FLATGEOBUF);
        assertThat(opened.rows()).hasSize(2);
        assertThat(opened.area(opened.layer().name())).isCloseTo(0.02, within(1e-9));
    }

    @Test
    void archivesHoldOneFile() {
        byte[] sosi = utf8(sosi("UTF-8", 23, Samples.SOSI_BODY));
        byte[] gml = utf8(gml(ORDINARY, gmlPoint("1 2")));
        Map<String, byte[]> entries = new LinkedHashMap<>(Map.of("mappe/plan.gml", gml));
        entries.put("mappe/lesmeg.txt", utf8("Dette er en fil; les den."));
        entries.put(
                "mappe/skjema.xsd", utf8("<xs:schema xmlns:xs=\"x\" xmlns:gml=\"http://www.opengis.net/gml/3.2\"/>"));
        assertThat(open("a.zip", zip(entries)).format()).isEqualTo(Format.GML);
        entries.put("b.sos", sosi);
        assertThat(refused("b.zip", zip(entries)).code()).isEqualTo("SEVERAL_FILES");
        assertThat(refused("c.zip", zip(Map.of("a.doc", new byte[] {1, 2, 3}))).args())
                .containsEntry("has", "a.doc");
        assertThat(refused("d.zip", zip(Map.of("inner.zip", zip(entries)))).args())
                .containsEntry("entry", "inner.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.sos", "/etc/out.sos", "a\\..\\b.sos", "a/../../b.sos", "C:/b.sos"})
    void noPathLeavesTheFolder(String name) {
        byte[] archive = zip(Map.of(name, utf8("x")));
        assertThat(refused("p.zip", archive).code()).isEqualTo("ENTRY_LEAVES_FOLDER");
    }

    @Test
    void linksAndTwinsInArchives() {
        byte[] link = zip(Map.of("link.sos", utf8("/etc/passwd")));
        int list = indexOf(link, new byte[] {'P', 'K', 1, 2});
        link[list + 5] = 3; // made on Unix
        link[list + 41] = (byte) 0xA1; // a symbolic link
        assertThat(refused("l.zip", link).code()).isEqualTo("ENTRY_IS_LINK");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.sos", utf8("x"));
        entries.put("A.sos", utf8("y"));
        assertThat(refused("t.zip", zip(entries)).code()).isEqualTo("ENTRY_TWICE");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return IntStream.range(0, bytes.length - part.length)
                .filter(i -> java.util.Arrays.equals(bytes, i, i + part.length, part, 0, part.length))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oldNamesInArchivesAreOfCodePage865() throws IOException {
        Path file = folder.resolve("865.zip");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file), Charset.forName("IBM865"))) {
            for (Map.Entry<String, byte[]> part : shapefile("åsnes", "UTF-8").entrySet()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        assertThat(Opened.file(file).layers().keySet()).containsExactly("åsnes");
    }

    private static ImportLimits limits(ImportLimits.Content content) {
        return new ImportLimits(
                50_000_000,
                3_000_000_000L,
                Duration.ofSeconds(60),
                Duration.ofSeconds(120),
                500_000_000,
                20_000_000,
                1_000_000,
                10_000,
                content);
    }

    @Test
    void everyLimitHasItsOwnWords() throws IOException {
        ImportLimits usual = Door.LIMITS;
        ImportLimits narrow = limits(new ImportLimits.Content(20_000_000, 100, 10, 20, 50, 60, 5, 6));
        byte[] bomb = zip(Map.of("b.sos", new byte[15_000_000]));
        assertThat(refused(Samples.write(folder, "ratio.zip", bomb), usual).code())
                .isEqualTo("ZIP_BOMB");
        byte[] noise = new byte[25_000_000];
        new java.util.Random(1).nextBytes(noise);
        assertThat(refused(Samples.write(folder, "big.zip", zip(Map.of("b.sos", noise))), narrow)
                        .code())
                .isEqualTo("UNPACKED_TOO_LARGE");
        Map<String, byte[]> many =
                IntStream.range(0, 65_000).boxed().collect(Collectors.toMap(i -> "f" + i, i -> new byte[0]));
        long begin = System.nanoTime();
        assertThat(refused(Samples.write(folder, "many.zip", zip(many)), usual).code())
                .isEqualTo("TOO_MANY_ENTRIES");
        String properties =
                IntStream.range(0, 300_000).mapToObj(i -> "\"p" + i + "\":1").collect(Collectors.joining(","));
        String wide = "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":null}";
        assertThat(refused("wide.geojson", utf8(wide)).code()).isEqualTo("TOO_MANY_FIELDS");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        String points = IntStream.range(0, 100).mapToObj(i -> i + " " + i * i).collect(Collectors.joining("\n"));
        String curve = ".KURVE 1:\n..NØ\n" + points + "\n.SLUTT\n";
        assertThat(refused(Samples.write(folder, "v.sos", utf8(sosi("UTF-8", 23, curve))), narrow)
                        .code())
                .isEqualTo("TOO_MANY_VERTICES");
        String rows = IntStream.range(0, 9).mapToObj(i -> i + ";1;2").collect(Collectors.joining("\n"));
        assertThat(refused(Samples.write(folder, "o.csv", utf8("id;x;y\n" + rows + "\n")), narrow)
                        .code())
                .isEqualTo("TOO_MANY_OBJECTS");
        assertThat(refused(Samples.write(folder, "f.csv", utf8("a;b;c;d;e;f;g\n1;2;3;4;5;6;7\n")), narrow)
                        .code())
                .isEqualTo("TOO_MANY_FIELDS");
        Path large = Samples.write(folder, "large.sos", new byte[50_000_001]);
        assertThat(refused(large, usual).code()).isEqualTo("TOO_LARGE");
    }
}
