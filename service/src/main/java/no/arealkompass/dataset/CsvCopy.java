package no.arealkompass.dataset;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the copy of a CSV file that GDAL reads as it is meant: in UTF-8, under column names of our own, so that no
 * name makes GDAL guess. Rows that have more cells than the head, which GDAL would cut in silence, are told.
 */
final class CsvCopy {
    private static final int LOOK = 1 << 16;
    private static final String SEPARATORS = ";\t,";

    private final ImportLimits.Content limits;
    private final Reader in;
    private final BufferedWriter out;
    private char separator = ';';
    private long row = 1;

    private CsvCopy(Reader in, BufferedWriter out, ImportLimits.Content limits) {
        this.in = in;
        this.out = out;
        this.limits = limits;
    }

    /**
     * Rewritten beside the file.
     *
     * @param names of the columns, each once
     */
    record Csv(Path file, List<String> names) {}

    /** Whether a file is text with a first line of several cells. */
    static boolean looksLike(Path file, TextEncoding encoding) throws IOException {
        try (Reader in = reader(file, encoding)) {
            char[] text = new char[LOOK];
            int n = in.read(text);
            String head = n < 0 ? "" : new String(text, 0, n);
            boolean plain = head.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || c == '\t' || c == '\r' || c == '\n');
            String first = head.replace("\uFEFF", "").lines().findFirst().orElse("");
            return plain && first.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0);
        }
    }

    /** @throws Refused naming the row */
    static Csv write(Path file, TextEncoding encoding, ImportLimits.Content limits) {
        Path copy = file.resolveSibling("table.csv");
        try (Reader in = reader(file, encoding);
                BufferedWriter out = Files.newBufferedWriter(copy, StandardCharsets.UTF_8)) {
            return new Csv(copy, new CsvCopy(in, out, limits).copy());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader reader(Path file, TextEncoding encoding) throws IOException {
        Charset charset = encoding == TextEncoding.ASCII ? StandardCharsets.UTF_8 : Charset.forName(encoding.iana());
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), LOOK);
    }

    private List<String> copy() throws IOException {
        String head = Objects.requireNonNullElse(record(), "");
        if (head.toLowerCase(Locale.ROOT).startsWith("sep=") && head.length() == 5) {
            separator = head.charAt(4);
            head = Objects.requireNonNullElse(record(), "");
        } else {
            separator = separator(head);
        }
        List<String> names = names(cells(head));
        if (names.size() > limits.fields()) {
            throw new Refused("TOO_MANY_FIELDS", Map.of("limit", limits.fields()));
        }
        out.write(IntStream.rangeClosed(1, names.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(";")));
        out.write('\n');
        for (Optional<List<String>> cells = next(); cells.isPresent(); cells = next()) {
            write(cells.get(), names.size());
        }
        return names;
    }

    /** The cells of the next row that has any. */
    private Optional<List<String>> next() throws IOException {
        for (String record = record(); record != null; record = record()) {
            row++;
            if (row > limits.objects()) {
                throw new Refused("TOO_MANY_OBJECTS", Map.of("limit", limits.objects()));
            }
            if (!record.isBlank()) {
                return Optional.of(cells(record));
            }
        }
        return Optional.empty();
    }

    private void write(List<String> cells, int columns) throws IOException {
        if (cells.stream().skip(columns).anyMatch(cell -> !cell.isBlank())) {
            throw new Refused("CSV_COLUMNS", Map.of("row", row, "has", cells.size(), "wanted", columns));
        }
        List<String> quoted = cells.stream()
                .limit(columns)
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .toList();
        out.write(String.join(";", quoted));
        out.write('\n');
    }

    /** One row with its quotes, which may run over several lines; null after the last. */
    private @Nullable String record() throws IOException {
        StringBuilder record = new StringBuilder();
        boolean quoted = false;
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && (quoted || c != '\n'); c = in.read()) {
            quoted ^= c == '"';
            if (c != '\r' || quoted) {
                record.append((char) c);
            }
            if (record.length() > limits.objectVertices() * 40L) {
                throw new Refused("CSV_QUOTE", Map.of("row", row));
            }
        }
        if (quoted) {
            throw new Refused("CSV_QUOTE", Map.of("row", row));
        }
        return record.toString().replace("\uFEFF", "");
    }

    private static char separator(String head) {
        char best = ';';
        long most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            long count = head.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private List<String> cells(String record) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < record.length() && record.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Every column has a name, and no two the same. */
    private static List<String> names(List<String> head) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < head.size(); i++) {
            String name = head.get(i).strip().replaceAll("\\s+", " ");
            String free = name.isEmpty() ? "Column " + (i + 1) : name;
            for (int n = 2; !names.add(free); n++) {
                free = name + " (" + n + ")";
            }
        }
        return List.copyOf(names);
    }
}
