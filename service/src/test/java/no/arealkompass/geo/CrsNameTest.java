package no.arealkompass.geo;

import static org.assertj.core.api.Assertions.assertThat;

import no.arealkompass.geo.CrsName.Axes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of coordinate systems as files state them. */
class CrsNameTest {
    @ParameterizedTest
    @CsvSource({
        "EPSG:25833, 25833, EAST_NORTH",
        "EPSG:25832, 25832, EAST_NORTH",
        "epsg::25835, 25835, EAST_NORTH",
        "urn:ogc:def:crs:EPSG::25833, 25833, EAST_NORTH",
        "urn:ogc:def:crs:EPSG:9.9:25833, 25833, EAST_NORTH",
        "http://www.opengis.net/def/crs/EPSG/0/25833, 25833, EAST_NORTH",
        "http://www.opengis.net/gml/srs/epsg.xml#25833, 25833, EAST_NORTH",
        "EPSG:4326, 4326, NORTH_EAST",
        "EPSG:4258, 4258, NORTH_EAST",
        "urn:ogc:def:crs:OGC:1.3:CRS84, 4326, EAST_NORTH",
        "urn:ogc:def:crs:OGC::CRS84, 4326, EAST_NORTH",
        "EPSG:3044, 25832, NORTH_EAST",
        "EPSG:3045, 25833, NORTH_EAST",
        "EPSG:3047, 25835, NORTH_EAST",
        "EPSG:5972, 25832, EAST_NORTH",
        "EPSG:5973, 25833, EAST_NORTH",
        "EPSG:5975, 25835, EAST_NORTH",
        "EPSG:3857, 3857, EAST_NORTH"
    })
    void codes(String text, int epsg, Axes axes) {
        assertThat(CrsName.read(text)).contains(new CrsName(epsg, axes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EPSG:99999", "EPSG:0", "UTM 33", "PROJCS[", "LOCAL_CS[\"hand drawn\"]", "25833"})
    void noGuess(String text) {
        assertThat(CrsName.read(text)).isEmpty();
    }

    /** As GDAL writes it for a GeoPackage, and as ESRI writes it into a .prj without any code. */
    @Test
    void wellKnownText() {
        String gdal = """
                PROJCS["ETRS89 / UTM zone 33N",
                    GEOGCS["ETRS89",
                        DATUM["European_Terrestrial_Reference_System_1989",
                            SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],
                            AUTHORITY["EPSG","6258"]],
                        PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],
                        UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],
                        AUTHORITY["EPSG","4258"]],
                    PROJECTION["Transverse_Mercator"],
                    PARAMETER["latitude_of_origin",0],
                    PARAMETER["central_meridian",15],
                    PARAMETER["scale_factor",0.9996],
                    PARAMETER["false_easting",500000],
                    PARAMETER["false_northing",0],
                    UNIT["metre",1,AUTHORITY["EPSG","9001"]],
                    AXIS["Easting",EAST],
                    AXIS["Northing",NORTH],
                    AUTHORITY["EPSG","25833"]]""";
        assertThat(CrsName.read(gdal)).contains(new CrsName(25833, Axes.EAST_NORTH));
        String prj = "PROJCS[\"ETRS_1989_UTM_Zone_32N\",GEOGCS[\"GCS_ETRS_1989\",DATUM[\"D_ETRS_1989\","
                + "SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
                + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
                + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                + "PARAMETER[\"Central_Meridian\",9.0],PARAMETER[\"Scale_Factor\",0.9996],"
                + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
        assertThat(CrsName.read(prj).map(CrsName::epsg)).contains(25832);
    }
}
