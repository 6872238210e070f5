package no.arealkompass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** geotools-wrapper carries old copies of other people's classes: it must come last, slf4j-api first. */
class ClasspathTest {
    @Test
    void slf4jComesFromItsOwnJar() {
        assertThat(origin(LoggerFactory.class)).contains("slf4j-api-2");
    }

    @Test
    void jtsComesFromItsOwnJar() {
        assertThat(origin(org.locationtech.jts.geom.Geometry.class)).contains("jts-core-1.20");
    }

    @Test
    void theWrapperIsTheLastLibrary() {
        List<String> libraries = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        assertThat(libraries.getLast()).contains("geotools-wrapper");
        assertThat(origin(CRS.class)).contains("geotools-wrapper");
    }

    private static String origin(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }
}
