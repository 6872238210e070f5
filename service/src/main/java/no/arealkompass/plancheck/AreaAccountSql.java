package no.arealkompass.plancheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The statements of area accounts and of differences between versions; each runs in psql as it stands. */
final class AreaAccountSql {
    private AreaAccountSql() {}

    static String read(String name) {
        try (InputStream in = AreaAccountSql.class.getResourceAsStream(name + ".sql")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
