package no.arealkompass.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import no.arealkompass.geo.GeometryFault.Code;
import org.geojson.GeoJsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.json.JsonMapper;

/** Geometry in and out, and what is stopped on the way. */
class GeoTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Geometry wkt(String wkt) {
        try {
            return new WKTReader(Geo.factory(25833)).read(wkt);
        } catch (org.locationtech.jts.io.ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static GeometryFault fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(GeometryFault.class, call);
    }

    @Test
    void aFootprintIsValidAndKnowsItsArea() {
        Footprint footprint = Footprint.of(wkt("POLYGON((0 0, 200 0, 200 100, 0 100, 0 0))"), 25833);
        assertThat(footprint.areaDaa()).isEqualTo(20);
        assertThat(footprint.srid()).isEqualTo(25833);
        assertThat(Footprint.ofWkb(footprint.wkb(), 25833)).isEqualTo(footprint);
    }

    @Test
    void aCrossingOutlineIsRefusedWithItsPlace() {
        GeometryFault fault = fault(() -> Footprint.of(wkt("POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))"), 25833));
        assertThat(fault.code()).isEqualTo(Code.INVALID);
        assertThat(fault.place()).contains(new Coordinate(1, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"POINT(1 1)|NOT_AREA", "POLYGON EMPTY|EMPTY", "MULTIPOLYGON EMPTY|EMPTY"})
    void noFootprint(String wkt, Code code) {
        assertThat(fault(() -> Footprint.of(wkt(wkt), 25833)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT(1.1 2.2)",
                "POINT Z(1 2 3)",
                "POINT EMPTY",
                "LINESTRING(0 0, 1 1)",
                "POLYGON((0 0, 4 0, 4 4, 0 0), (1 0.5, 2 0.5, 2 1, 1 0.5))",
                "MULTIPOLYGON Z(((0 0 1, 4 0 1, 4 4 1, 0 0 1)))",
                "GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(0 0, 1 1))"
            })
    void goodBinaryPasses(String wkt) {
        Geometry geometry = wkt(wkt);
        for (int dimension = 2; dimension <= 3; dimension++) {
            byte[] wkb = new WKBWriter(dimension, true).write(geometry);
            assertThatCode(() -> Geo.checkWkb(wkb)).doesNotThrowAnyException();
            assertThat(Geo.fromWkb(wkb, 25833).equalsExact(geometry)).isTrue();
        }
    }

    @Test
    void badBinaryIsStopped() {
        byte[] good = Geo.toWkb(wkt("POLYGON((0 0, 4 0, 4 4, 0 0))"));
        assertThat(fault(() -> Geo.checkWkb(Arrays.copyOf(good, good.length - 1)))
                        .code())
                .isEqualTo(Code.UNREADABLE);
        byte[] open = good.clone();
        open[open.length - 9] = 1; // the last x
        assertThat(fault(() -> Geo.checkWkb(open)).code()).isEqualTo(Code.NOT_CLOSED);
        byte[] circle = good.clone();
        circle[4] = 8; // a circular string
        assertThat(fault(() -> Geo.checkWkb(circle)).code()).isEqualTo(Code.UNREADABLE);
        byte[] infinite = good.clone();
        System.arraycopy(new byte[] {0x7f, (byte) 0xf0, 0, 0, 0, 0, 0, 0}, 0, infinite, 13, 8);
        assertThat(fault(() -> Geo.checkWkb(infinite)).code()).isEqualTo(Code.NOT_FINITE);
        byte[] short3 = Geo.toWkb(wkt("POLYGON((0 0, 4 0, 0 0, 0 0))"));
        short3[12] = 3;
        assertThat(fault(() -> Geo.checkWkb(short3)).code()).isEqualTo(Code.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (12.000000000000002 60.1)",
                "LINESTRING (0 0, 1 1)",
                "MULTIPOINT ((0 0), (1 1))",
                "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
                "POLYGON ((0 0, 4 0, 4 4, 0 0), (1 0.5, 2 0.5, 2 1, 1 0.5))",
                "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((9 9, 10 9, 10 10, 9 9)))",
                "GEOMETRYCOLLECTION (POINT (1 2))"
            })
    void geoJsonKeepsEveryBit(String wkt) {
        String text = JSON.writeValueAsString(GeoJson.write(wkt(wkt)));
        GeoJsonObject back = JSON.readValue(text, GeoJsonObject.class);
        assertThat(JSON.writeValueAsString(back)).isEqualTo(text);
        if (wkt.contains("POLYGON")) {
            assertThat(GeoJson.readArea(back, 4326).toText()).isEqualTo(wkt);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1]]]}|NOT_CLOSED",
                "{'type':'Polygon','coordinates':[[[0,0],[1e400,0],[1,1],[0,0]]]}|NOT_FINITE",
                "{'type':'Polygon','coordinates':[]}|EMPTY",
                "{'type':'Polygon','coordinates':[[]]}|EMPTY",
                "{'type':'Polygon','coordinates':[[[0,0],[0,0]]]}|UNREADABLE",
                "{'type':'Point','coordinates':[0,0]}|NOT_AREA"
            })
    void badGeoJsonIsStopped(String text, Code code) {
        GeoJsonObject object = JSON.readValue(text.replace('\'', '"'), GeoJsonObject.class);
        assertThat(fault(() -> GeoJson.readArea(object, 4326)).code()).isEqualTo(code);
    }
}
