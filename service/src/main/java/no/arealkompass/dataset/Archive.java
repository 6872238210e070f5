package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip or gzip archive, unpacked into the folder of its import under names of our own: what an entry is called never
 * becomes a path. Entries, bytes and ratio are counted while unpacking.
 */
final class Archive {
    private static final int END = 0x06054b50;
    private static final int END_64_PLACE = 0x07064b50;
    private static final int END_64 = 0x06064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_BYTES = 22;
    private static final int ENTRY_BYTES = 46;
    private static final int MOST_BYTES_OF_AN_ENTRY = 2_000;
    private static final long RATIO_FROM = 10_000_000;
    private static final int LINK = 0xA000;
    private static final int KIND = 0xF000;

    private final Path archive;
    private final ImportLimits.Content limits;
    private long unpacked;

    Archive(Path archive, ImportLimits.Content limits) {
        this.archive = archive;
        this.limits = limits;
    }

    /** An entry: the name people know it by, and the key Java's reader knows it by. */
    private record Named(String name, String key) {}

    static boolean isZip(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5 || head[2] == 7);
    }

    static boolean isGzip(byte[] head) {
        return head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
    }

    /**
     * Unpacks what an archive holds.
     *
     * @return the entries' names → the files, in the order of the archive; folders are left out
     * @throws Refused when a limit is reached, or an entry is not what an honest archive has; with its name
     */
    Map<String, Path> unpack() {
        try {
            return isGzip(head(archive)) ? gunzip() : unzip();
        } catch (IllegalArgumentException e) {
            throw new Refused("ARCHIVE_DAMAGED", Map.of("reason", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** Reads every entry to its end without keeping it, so that what GDAL unpacks by itself has been counted. */
    void count() {
        try {
            List<Named> names = names();
            try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.ISO_8859_1)) {
                for (Named entry : names) {
                    copy(zip, entry, OutputStream.nullOutputStream());
                }
            }
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** The names of the entries, folders among them, checked. */
    List<String> entries() {
        try {
            return names().stream().map(Named::name).toList();
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private Map<String, Path> gunzip() throws IOException {
        Path file = archive.resolveSibling("unpacked");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), 1 << 16);
                OutputStream out = Files.newOutputStream(file)) {
            copy("", in, out);
        }
        refuseArchive("", file);
        return Map.of("", file);
    }

    private Map<String, Path> unzip() throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        List<Named> names = names(); // counted first: Java's reader takes in the whole list at once
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.ISO_8859_1)) {
            for (Named entry : names) {
                String name = entry.name();
                if (name.endsWith("/") || isNoise(name)) {
                    continue;
                }
                Path file = archive.resolveSibling("entry" + files.size());
                try (OutputStream out = Files.newOutputStream(file)) {
                    copy(zip, entry, out);
                }
                refuseArchive(name, file);
                files.put(name, file);
            }
        }
        return files;
    }

    /** What operating systems leave in archives. */
    private static boolean isNoise(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || last.startsWith("._")
                || last.equals(".DS_Store")
                || last.equals("Thumbs.db");
    }

    private void copy(ZipFile zip, Named named, OutputStream out) throws IOException {
        ZipEntry entry = zip.getEntry(named.key());
        if (entry == null) {
            throw new ZipException("entry " + named.name() + " is not where the contents list has it");
        }
        if (entry.isDirectory()) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            copy(named.name(), in, out);
        } catch (ZipException e) {
            throw new Refused("ENTRY_DAMAGED", Map.of("entry", named.name(), "reason", reason(e)));
        }
    }

    private void copy(String name, InputStream in, OutputStream out) throws IOException {
        long packed = Files.size(archive);
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            unpacked += n;
            if (unpacked > limits.unpackedBytes()) {
                throw new Refused(
                        "UNPACKED_TOO_LARGE", Map.of("limitMb", limits.unpackedBytes() / 1_000_000, "entry", name));
            }
            if (unpacked > RATIO_FROM && unpacked / Math.max(1, packed) > limits.ratio()) {
                throw new Refused("ZIP_BOMB", Map.of("limit", limits.ratio(), "entry", name));
            }
            out.write(buffer, 0, n);
        }
    }

    private static void refuseArchive(String name, Path file) throws IOException {
        byte[] head = head(file);
        if (isZip(head) || isGzip(head)) {
            throw new Refused("ARCHIVE_IN_ARCHIVE", Map.of("entry", name));
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    /** The contents list as it stands in the archive: Java's reader keeps neither raw names nor what is a link. */
    private List<Named> names() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(archive)) {
            ByteBuffer list = contents(channel);
            List<Named> names = new ArrayList<>();
            Map<String, String> seen = new LinkedHashMap<>();
            while (list.remaining() >= ENTRY_BYTES && list.getInt(list.position()) == ENTRY) {
                if (names.size() >= limits.entries()) {
                    throw tooMany();
                }
                Named entry = next(list);
                if (seen.put(entry.name().toLowerCase(Locale.ROOT), entry.name()) != null) {
                    throw new Refused("ENTRY_TWICE", Map.of("entry", entry.name()));
                }
                names.add(entry);
            }
            return names;
        }
    }

    private static Named next(ByteBuffer list) throws ZipException {
        int at = list.position();
        int nameBytes = list.getShort(at + 28) & 0xffff;
        int rest = (list.getShort(at + 30) & 0xffff) + (list.getShort(at + 32) & 0xffff);
        if (list.remaining() < ENTRY_BYTES + nameBytes + rest) {
            throw new ZipException("the contents list ends too early");
        }
        int flags = list.getShort(at + 8) & 0xffff;
        byte[] raw = new byte[nameBytes];
        list.get(at + ENTRY_BYTES, raw);
        boolean utf8 = (flags & 0x800) != 0 || TextEncoding.isUtf8(raw);
        String name = new String(raw, StandardCharsets.UTF_8);
        Named entry = new Named(
                utf8 ? name : TextEncoding.DOS_865.decode(raw),
                (flags & 0x800) != 0 ? name : new String(raw, StandardCharsets.ISO_8859_1));
        requireHonest(entry.name(), flags, list.getInt(at + 38) >>> 16);
        list.position(at + ENTRY_BYTES + nameBytes + rest);
        return entry;
    }

    private static void requireHonest(String name, int flags, int mode) {
        String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name.replace('\0', '?');
        boolean leaves = name.isEmpty()
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || name.matches("(?s)[A-Za-z]:.*")
                || List.of(name.split("/")).contains("..");
        if (leaves) {
            throw new Refused("ENTRY_LEAVES_FOLDER", Map.of("entry", shown));
        }
        if ((mode & KIND) == LINK) {
            throw new Refused("ENTRY_IS_LINK", Map.of("entry", shown));
        }
        if ((flags & 1) != 0) {
            throw new Refused("ENTRY_ENCRYPTED", Map.of("entry", shown));
        }
    }

    /** The bytes of the contents list, which may be no longer than the entries allowed can make it. */
    private ByteBuffer contents(SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer tail =
                read(channel, Math.max(0, size - END_BYTES - 0xffff), (int) Math.min(size, END_BYTES + 0xffff));
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                long bytes = tail.getInt(at + 12) & 0xffffffffL;
                long from = tail.getInt(at + 16) & 0xffffffffL;
                if (at >= 20 && tail.getInt(at - 20) == END_64_PLACE) {
                    ByteBuffer end = read(channel, tail.getLong(at - 12), 56);
                    if (end.getInt(0) != END_64) {
                        throw new ZipException("the end of the contents list is missing");
                    }
                    bytes = end.getLong(40);
                    from = end.getLong(48);
                }
                if (bytes > (long) limits.entries() * MOST_BYTES_OF_AN_ENTRY) {
                    throw tooMany();
                }
                return read(channel, from, (int) bytes);
            }
        }
        throw new ZipException("the contents list is missing: the file is cut off");
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int bytes) throws IOException {
        if (from < 0 || bytes < 0 || from + bytes > channel.size()) {
            throw new ZipException("the contents list lies outside the file");
        }
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // until all is there
        }
        return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    private Refused tooMany() {
        return new Refused("TOO_MANY_ENTRIES", Map.of("limit", limits.entries()));
    }

    private static Refused damaged(IOException e) {
        return new Refused("ARCHIVE_DAMAGED", Map.of("reason", reason(e)));
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? "it ends too early" : e.getMessage();
    }
}
