package no.arealkompass.wish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The catalogue as it is shipped. */
final class TestCatalogue {
    private TestCatalogue() {}

    static Catalogue shipped() {
        return CatalogueReader.read("requirements.yaml", text("requirements.yaml"));
    }

    static String text(String file) {
        try (var in = TestCatalogue.class.getResourceAsStream("/gis-data/codes/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
