package no.arealkompass.dataset;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.arealkompass.dataset.CopyStream.Row;
import no.arealkompass.dataset.ForeignFile.Encoding;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;

/**
 * Writes the copy of a SOSI file that the national library can read: in ISO 8859-1, as it refuses UTF-8; with arcs as
 * chains of points, as it makes them too coarse; without what it would misread in silence. The character set is told
 * by the bytes of Ø in {@code ..NØ}, which every file has.
 */
final class Sosi {
    private static final char ESCAPE = '¤';
    private static final Pattern ESCAPED = Pattern.compile(ESCAPE + "u([0-9A-F]{4})" + ESCAPE);
    private static final int MOST_LINE_BYTES = 1_000_000;

    private final Path file;
    private final ImportLimits.Content limits;

    private Sosi(Path file, ImportLimits.Content limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * Rewrites the file beside it.
     *
     * @throws Refused with line and reason where it is not SOSI as the standard has it
     */
    static Prepared prepare(Path file, ImportLimits.Content limits) {
        try {
            return new Sosi(file, limits).rewritten();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Prepared rewritten() throws IOException {
        TextEncoding encoding = encoding();
        Path copy = file.resolveSibling("rewritten.sos");
        SosiRewriter rewriter;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                BufferedWriter out = Files.newBufferedWriter(copy, StandardCharsets.ISO_8859_1)) {
            rewriter = new SosiRewriter(out, limits);
            for (byte[] line = line(in); line != null; line = line(in)) {
                rewriter.take(encoding.decode(line));
            }
            rewriter.end();
        }
        List<FileIssue> notes = new ArrayList<>(rewriter.notes());
        String declared = rewriter.declaredEncoding();
        if (declared != null && !encoding.meant(declared)) {
            notes.addFirst(
                    new FileIssue("ENCODING_DIFFERS", false, Map.of("declared", declared, "found", encoding.iana())));
        }
        String crs = rewriter.crs();
        return new Prepared(
                Format.SOSI,
                copy,
                Map.of(),
                notes,
                new Encoding(encoding.iana(), declared),
                () -> false,
                layer -> new Layer(layer.name(), layer.type(), crs, false, layer.count(), layer.fields()),
                layer -> Sosi::unescaped);
    }

    private TextEncoding encoding() throws IOException {
        TextEncoding all = TextEncoding.of(file);
        if (all == TextEncoding.UTF_8) {
            return all;
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(1 << 20);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        Matcher stroke = Pattern.compile("(?m)^\\.\\.N([^A-Za-z0-9\\s_.-]{1,2}?)H?[ \\r\\n0-9-]")
                .matcher(text);
        Matcher declared = Pattern.compile("(?m)^\\.\\.TEGNSETT +(\\S+)").matcher(text);
        TextEncoding named = declared.find() ? TextEncoding.named(declared.group(1)) : null;
        if (!stroke.find()) {
            return named != null && named != TextEncoding.UTF_8 ? named : all;
        }
        return switch (stroke.group(1)) {
            case "\u00D8" ->
                named == TextEncoding.NORDIC || named == TextEncoding.WINDOWS ? named : TextEncoding.LATIN_1;
            case "\u009D" -> named == TextEncoding.DOS_850 ? named : TextEncoding.DOS_865;
            case "\\" -> TextEncoding.NORWEGIAN_7;
            default -> throw new Refused("ENCODING_MIXED", Map.of());
        };
    }

    /** One line without its end; null at the end of the file. */
    private static byte @Nullable [] line(InputStream in) throws IOException {
        int b = in.read();
        if (b < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
            if (line.size() > MOST_LINE_BYTES) {
                throw new Refused("LINE_TOO_LONG", Map.of("limit", MOST_LINE_BYTES));
            }
        }
        return line.toByteArray();
    }

    /** A text in ISO 8859-1, with other letters behind a sign that says which. */
    static String escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF || text.charAt(i) == ESCAPE) {
                StringBuilder out = new StringBuilder();
                for (int k = 0; k < text.length(); k++) {
                    char c = text.charAt(k);
                    out.append(c > 0xFF || c == ESCAPE ? String.format("%cu%04X%c", ESCAPE, (int) c, ESCAPE) : c);
                }
                return out.toString();
            }
        }
        return text;
    }

    private static Row unescaped(Row row) {
        if (row.fields().values().stream().noneMatch(v -> v != null && v.indexOf(ESCAPE) >= 0)) {
            return row;
        }
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        UnaryOperator<String> plain = value -> ESCAPED.matcher(value)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        row.fields().forEach((name, value) -> fields.put(name, value == null ? null : plain.apply(value)));
        return new Row(fields, row.wkb());
    }
}
