package no.arealkompass.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.arealkompass.dataset.ForeignFile.Encoding;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a GML file once before GDAL sees it: whole, without a document type, within the limits, in one CRS, with
 * its geometry in place and not behind links. A file whose declaration lies about its characters is put right in a copy.
 */
final class Gml {
    private static final Pattern DECLARATION = Pattern.compile("^\\uFEFF?(?:\\s*<\\?xml[^>]{0,200}?\\?>)?");
    private static final String GEOMETRY_NOTED = "(\\s*<ElementPath>[^<]*</ElementPath>)(?:\\s*<!--[^>]*-->)?"
            + "(?:\\s*<Geometry(?:Name|ElementPath)>[^<]*</Geometry(?:Name|ElementPath)>){0,2}"
            + "\\s*<GeometryType>\\d+</GeometryType>";
    private static final Pattern DECLARED = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']+)[\"']");

    private Gml() {}

    /**
     * Checks the file, and writes a copy in UTF-8 beside it where it is in something else.
     *
     * @throws Refused with line and column where there is one
     */
    static Prepared prepare(Path file, ImportLimits.Content limits) {
        try {
            TextEncoding found = TextEncoding.of(file);
            String declaration = declaration(file, found);
            Matcher declared = DECLARED.matcher(declaration);
            String stated = declared.find() ? declared.group(1) : null;
            TextEncoding used = used(found, stated);
            boolean asItStands = found == TextEncoding.UTF_8 || found == TextEncoding.ASCII;
            boolean says = stated == null || TextEncoding.named(stated) == TextEncoding.UTF_8;
            Path copy = asItStands && says ? file : inUtf8(file, used, declaration);
            return prepared(copy, GmlWalk.through(copy, limits), used, stated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The declared set where the bytes allow it, else what the bytes say. */
    private static TextEncoding used(TextEncoding found, @Nullable String stated) {
        TextEncoding named = stated == null ? TextEncoding.UTF_8 : TextEncoding.named(stated);
        boolean open = found == TextEncoding.LATIN_1 || found == TextEncoding.WINDOWS;
        boolean eightBits =
                named == TextEncoding.LATIN_1 || named == TextEncoding.WINDOWS || named == TextEncoding.NORDIC;
        return named != null && open && eightBits && !(named == TextEncoding.LATIN_1 && found == TextEncoding.WINDOWS)
                ? named
                : found;
    }

    private static String declaration(Path file, TextEncoding encoding) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Matcher declaration = DECLARATION.matcher(encoding.decode(in.readNBytes(1000)));
            return declaration.find() ? declaration.group() : "";
        }
    }

    private static Path inUtf8(Path file, TextEncoding encoding, String declaration) throws IOException {
        Path copy = file.resolveSibling("utf8.gml");
        try (Reader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset(encoding)));
                Writer out = Files.newBufferedWriter(copy, StandardCharsets.UTF_8)) {
            in.skip(declaration.length());
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
            in.transferTo(out);
        }
        return copy;
    }

    private static Charset charset(TextEncoding encoding) {
        // Sámi letters in ISO 8859-10 XML have not been met; Latin 1 keeps æøå, and the encoding shown says what was
        // read
        return encoding == TextEncoding.NORDIC ? StandardCharsets.ISO_8859_1 : Charset.forName(encoding.iana());
    }

    private static Prepared prepared(Path copy, GmlWalk walk, TextEncoding found, @Nullable String stated) {
        if (!walk.isGml()) {
            throw new Refused("XML_NOT_GML", Map.of());
        }
        if (walk.systems().size() > 1) {
            throw new Refused("SEVERAL_CRS", Map.of("has", String.join(", ", walk.systems())));
        }
        List<FileIssue> notes = new ArrayList<>();
        String declared = stated == null ? "UTF-8" : stated;
        if (!found.meant(declared)) {
            notes.add(new FileIssue("ENCODING_DIFFERS", false, Map.of("declared", declared, "found", found.iana())));
        }
        if (walk.arcs() > 0) {
            notes.add(new FileIssue("ARCS_LINEARISED", false, Map.of("count", walk.arcs())));
        }
        Map<String, String> chosen = chosen(walk.severalGeometries(), notes);
        String crs = walk.crs().orElse(null);
        return new Prepared(
                Format.GML,
                copy,
                Map.of(
                        "GML_FIELDTYPES",
                        "ALWAYS_STRING",
                        "GML_SKIP_RESOLVE_ELEMS",
                        "ALL",
                        // a plan says by links which zones belong to it
                        "GML_ATTRIBUTES_TO_OGR_FIELDS",
                        walk.holdsPlans() ? "YES" : "NO"),
                notes,
                new Encoding(found.iana(), stated),
                () -> choose(copy, chosen),
                layer -> new Layer(
                        layer.name(),
                        layer.type(),
                        layer.hasGeometry() ? crs : null,
                        false,
                        layer.count(),
                        layer.fields()),
                layer -> UnaryOperator.identity());
    }

    /** Of several geometries the one of the highest dimension counts, the first of them; the others are told. */
    private static Map<String, String> chosen(Map<String, Map<String, Integer>> several, List<FileIssue> notes) {
        Map<String, String> chosen = new LinkedHashMap<>();
        several.forEach((object, paths) -> {
            int highest = Collections.max(paths.values());
            String path = paths.keySet().stream()
                    .filter(p -> Objects.equals(paths.get(p), highest))
                    .findFirst()
                    .orElseThrow();
            chosen.put(object, path);
            String others = paths.keySet().stream().filter(p -> !p.equals(path)).collect(Collectors.joining(", "));
            notes.add(new FileIssue(
                    "GEOMETRY_CHOSEN", false, Map.of("object", object, "chosen", path, "others", others)));
        });
        return chosen;
    }

    /** Tells GDAL in its own notes of the file which geometry to read: by itself it takes the last one it meets. */
    private static boolean choose(Path copy, Map<String, String> chosen) {
        Path notes = copy.resolveSibling(String.valueOf(copy.getFileName()).replace(".gml", "") + ".gfs");
        if (chosen.isEmpty() || !Files.isRegularFile(notes, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            String text = Files.readString(notes);
            for (Map.Entry<String, String> one : chosen.entrySet()) {
                String name = "<Name>" + one.getKey() + "</Name>";
                String path = one.getValue();
                Matcher shape =
                        Pattern.compile(Pattern.quote(name) + GEOMETRY_NOTED).matcher(text);
                if (!shape.find()) {
                    throw new Refused("UNREADABLE", Map.of("reason", one.getKey() + ": " + path));
                }
                text = shape.replaceAll(
                        found -> Matcher.quoteReplacement(name + found.group(1) + "<GeomPropertyDefn><Name>"
                                + path.substring(path.lastIndexOf('|') + 1) + "</Name><ElementPath>" + path
                                + "</ElementPath><Type>0</Type></GeomPropertyDefn>"));
            }
            Files.writeString(notes, text);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
