package no.arealkompass.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines for a Norwegian spreadsheet: semicolons, and nothing that could become a formula. */
final class Csv {
    static final String TYPE = "text/csv;charset=UTF-8";

    private Csv() {}

    static void line(Appendable out, List<? extends @Nullable String> cells) {
        try {
            var separator = "";
            for (var cell : cells) {
                out.append(separator).append(cell(cell == null ? "" : cell));
                separator = ";";
            }
            out.append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[;\"\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
