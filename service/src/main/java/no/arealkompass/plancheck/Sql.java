package no.arealkompass.plancheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The statements beside this package; each runs in psql as it stands, with a table {@code ground} to work on. */
final class Sql {
    private Sql() {}

    static String read(String name) {
        try (InputStream in = Sql.class.getResourceAsStream(name + ".sql")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
