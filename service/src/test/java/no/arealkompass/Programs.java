package no.arealkompass;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs that tests need from the machine. A missing one fails the test with the command that installs it. */
public final class Programs {
    private Programs() {}

    public static Path ogr2ogr() {
        return find("ogr2ogr", "gdal-bin");
    }

    public static Path chromium() {
        return find("chromium", "chromium");
    }

    /** The program of that name on the path; `debianPackage` holds it. */
    public static Path find(String name, String debianPackage) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " was not found. Install it: apt-get install "
                        + debianPackage + " (or run ./areal test)"));
    }
}
