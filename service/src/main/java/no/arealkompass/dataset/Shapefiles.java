package no.arealkompass.dataset;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.arealkompass.dataset.ForeignFile.Encoding;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;

/**
 * The shapefiles in an archive: which parts belong together, whether none is missing and each is whole, and in which
 * characters the texts are. Each becomes a layer of one folder, with a code page file that says what its bytes say.
 */
final class Shapefiles {
    private static final Set<String> PARTS = Set.of("shp", "shx", "dbf", "prj", "cpg");
    private static final int MAGIC = 9994;
    private static final int HEADER_BYTES = 100;

    private final Path folder;
    private final ImportLimits.Content limits;
    private final List<FileIssue> notes = new ArrayList<>();
    private final Set<String> found = new LinkedHashSet<>();
    private final Set<String> declared = new LinkedHashSet<>();

    private Shapefiles(Path folder, ImportLimits.Content limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** Whether an archive's entries hold a part of a shapefile that stands for the whole. */
    static boolean among(Set<String> entries) {
        return entries.stream()
                .map(Shapefiles::extension)
                .anyMatch(e -> Set.of("shp", "shx", "dbf").contains(e));
    }

    /**
     * Puts the parts together in a folder beside them.
     *
     * @param entries the names in the archive → the unpacked files
     * @throws Refused naming the part that is missing or damaged
     */
    static Prepared prepare(Path workspace, Map<String, Path> entries, ImportLimits.Content limits) {
        try {
            Path folder = Files.createDirectory(workspace.resolve("shapefiles"));
            return new Shapefiles(folder, limits).prepared(sets(entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The archive's path without extension → extension → file. */
    private static Map<String, Map<String, Path>> sets(Map<String, Path> entries) {
        Map<String, Map<String, Path>> sets = new LinkedHashMap<>();
        entries.forEach((name, file) -> {
            String extension = extension(name);
            if (PARTS.contains(extension)) {
                String stem = name.substring(0, name.length() - extension.length() - 1);
                sets.computeIfAbsent(stem, s -> new LinkedHashMap<>()).put(extension, file);
            }
        });
        sets.values()
                .removeIf(parts -> !parts.containsKey("shp") && !parts.containsKey("shx") && !parts.containsKey("dbf"));
        return sets;
    }

    private Prepared prepared(Map<String, Map<String, Path>> sets) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (Map.Entry<String, Map<String, Path>> set : sets.entrySet()) {
            String name = set.getKey().substring(set.getKey().lastIndexOf('/') + 1);
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new Refused("ENTRY_TWICE", Map.of("entry", name + ".shp"));
            }
            take(name.startsWith("-") ? "_" + name : name, set.getValue());
        }
        String declaredAll = declared.isEmpty() ? null : String.join(", ", declared);
        return new Prepared(
                Format.SHAPEFILE,
                folder,
                Map.of("SHAPE_RESTORE_SHX", "YES"),
                notes,
                new Encoding(String.join(", ", found), declaredAll),
                () -> false,
                UnaryOperator.identity(),
                layer -> UnaryOperator.identity());
    }

    private void take(String name, Map<String, Path> parts) throws IOException {
        for (String needed : List.of("shp", "dbf")) {
            if (!parts.containsKey(needed)) {
                throw new Refused("SHAPEFILE_PART_MISSING", Map.of("missing", name + "." + needed));
            }
        }
        Path shp = part(parts, "shp");
        Path dbf = part(parts, "dbf");
        long shapes = shapes(name + ".shp", shp);
        long rows = rows(name + ".dbf", dbf);
        if (shapes != rows) {
            throw new Refused("SHAPEFILE_UNEVEN", Map.of("name", name, "shapes", shapes, "rows", rows));
        }
        if (!parts.containsKey("shx")) {
            notes.add(new FileIssue("SHX_RESTORED", false, Map.of("name", name + ".shx")));
        } else if (Files.size(part(parts, "shx")) != HEADER_BYTES + 8 * shapes) {
            notes.add(new FileIssue("SHX_RESTORED", false, Map.of("name", name + ".shx")));
            parts.remove("shx");
        }
        TextEncoding encoding = encoding(name, dbf, parts.get("cpg"));
        found.add(encoding.iana());
        for (String extension : List.of("shp", "shx", "dbf", "prj")) {
            Path part = parts.get(extension);
            if (part != null) {
                Files.move(part, folder.resolve(name + "." + extension));
            }
        }
        Files.writeString(folder.resolve(name + ".cpg"), gdalName(encoding));
    }

    private static Path part(Map<String, Path> parts, String extension) {
        Path part = parts.get(extension);
        if (part == null) {
            throw new IllegalArgumentException(extension);
        }
        return part;
    }

    /** What the .cpg file says counts where the bytes allow it; the language byte decides between the DOS pages. */
    private TextEncoding encoding(String name, Path dbf, @Nullable Path cpg) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(dbf)) {
            head = in.readNBytes(0xffff);
        }
        int header = (head[8] & 0xff) | (head[9] & 0xff) << 8;
        TextEncoding bytes = TextEncoding.of(fieldNames(head, header), dbf, header);
        int language = head[29] & 0xff;
        if (bytes == TextEncoding.DOS_865 && (language == 0x02 || language == 0x37)) {
            bytes = TextEncoding.DOS_850;
        }
        if (cpg == null) {
            return bytes;
        }
        String says = new String(Files.readAllBytes(cpg), StandardCharsets.ISO_8859_1).strip();
        String shown = says.length() > 40 ? says.substring(0, 40) : says;
        declared.add(shown);
        TextEncoding named = TextEncoding.named(says);
        boolean eightBits = bytes == TextEncoding.LATIN_1 || bytes == TextEncoding.WINDOWS;
        boolean fits = named == TextEncoding.WINDOWS || named == TextEncoding.LATIN_1 || named == TextEncoding.NORDIC;
        if (named != null && eightBits && fits && !(named == TextEncoding.LATIN_1 && bytes == TextEncoding.WINDOWS)) {
            return named;
        }
        if (!bytes.meant(says)) {
            notes.add(new FileIssue(
                    "ENCODING_DIFFERS", false, Map.of("declared", name + ".cpg: " + shown, "found", bytes.iana())));
        }
        return bytes;
    }

    private static byte[] fieldNames(byte[] head, int header) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        for (int at = 32; at + 32 <= Math.min(header, head.length) && head[at] != '\r'; at += 32) {
            for (int i = at; i < at + 11 && head[i] != 0; i++) {
                names.write(head[i]);
            }
            names.write(' ');
        }
        return names.toByteArray();
    }

    private static String gdalName(TextEncoding encoding) {
        return switch (encoding) {
            case UTF_8, ASCII -> "UTF-8";
            case DOS_865 -> "CP865";
            case DOS_850 -> "CP850";
            case WINDOWS -> "CP1252";
            default -> encoding.iana();
        };
    }

    /** How many records a .shp file holds, each whole. */
    private long shapes(String name, Path shp) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(shp), 1 << 16))) {
            long size = Files.size(shp);
            if (size < HEADER_BYTES || in.readInt() != MAGIC) {
                throw damaged(name, "it has no shapefile header");
            }
            in.skipNBytes(HEADER_BYTES - Integer.BYTES);
            long records = 0;
            for (long at = HEADER_BYTES; at < size; records++) {
                if (size - at < 8) {
                    throw damaged(name, "it ends in the middle of record " + (records + 1));
                }
                in.readInt();
                long bytes = 2L * in.readInt();
                if (bytes < 4 || bytes > size - at - 8) {
                    throw damaged(name, "it ends in the middle of record " + (records + 1));
                }
                in.skipNBytes(bytes);
                at += 8 + bytes;
                if (records >= limits.objects()) {
                    throw new Refused("TOO_MANY_OBJECTS", Map.of("limit", limits.objects()));
                }
            }
            return records;
        }
    }

    /** How many rows a .dbf file holds, each whole. */
    private static long rows(String name, Path dbf) throws IOException {
        ByteBuffer head;
        try (InputStream in = Files.newInputStream(dbf)) {
            head = ByteBuffer.wrap(in.readNBytes(32)).order(ByteOrder.LITTLE_ENDIAN);
        }
        if (head.limit() < 32) {
            throw damaged(name, "it has no dBASE header");
        }
        long rows = head.getInt(4) & 0xffffffffL;
        long header = head.getShort(8) & 0xffff;
        long row = head.getShort(10) & 0xffff;
        if (header < 33 || row < 1) {
            throw damaged(name, "it has no dBASE header");
        }
        if (header + rows * row > Files.size(dbf)) {
            throw damaged(name, "it ends before row " + rows);
        }
        return rows;
    }

    private static Refused damaged(String name, String reason) {
        return new Refused("ENTRY_DAMAGED", Map.of("entry", name, "reason", reason));
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || dot < name.lastIndexOf('/')
                ? ""
                : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
