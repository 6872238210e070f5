package no.arealkompass.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads a statement from its file; each runs in psql as it stands. */
public final class Sql {
    private Sql() {}

    /**
     * The text of a statement.
     *
     * @param beside a class of the package whose folder holds the file
     * @param name the file's name without {@code .sql}
     * @throws IllegalArgumentException when there is no such file
     */
    public static String read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("No statement " + name + ".sql beside " + beside.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
