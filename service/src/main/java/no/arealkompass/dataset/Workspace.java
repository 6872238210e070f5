package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of its own for one file at the import door, readable by nobody else. Only the copy is read: the original may
 * change under us, and some drivers write beside what they read.
 *
 * @param copy the file, under a name that says nothing
 * @param sha256 of its bytes, in hex
 */
record Workspace(Path folder, Path copy, String sha256) implements AutoCloseable {
    /** What the copy is called; GDAL takes it for the name of a layer where the file gives none. */
    static final String COPY = "file";

    /** How the rooms of every process begin; its number follows. */
    static final String PREFIX = "areal-import-";

    private static final Pattern ROOM = Pattern.compile(PREFIX + "(\\d{1,10})-.*");

    /** Removes the rooms of processes that died in the middle of their work. */
    static void removeAbandoned() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            all.filter(Workspace::abandoned).forEach(folder -> new Workspace(folder, folder, "").close());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look through the temporary folder", e);
        }
    }

    private static boolean abandoned(Path folder) {
        Matcher name = ROOM.matcher(String.valueOf(folder.getFileName()));
        return name.matches()
                && Files.isWritable(folder)
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /** A room without a file in it yet. */
    static Workspace empty() {
        try {
            Path folder = newFolder();
            return new Workspace(folder, folder.resolve(COPY), "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary folder", e);
        }
    }

    private static Path newFolder() throws IOException {
        return Files.createTempDirectory(
                PREFIX + ProcessHandle.current().pid() + "-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** @throws Refused when the file is larger than allowed */
    static Workspace copyOf(Path file, ImportLimits limits) {
        try {
            Path folder = newFolder();
            Workspace empty = new Workspace(folder, folder.resolve(COPY), "");
            try {
                return new Workspace(folder, empty.copy(), copy(file, empty.copy(), limits.fileBytes()));
            } catch (IOException | RuntimeException e) {
                empty.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy " + file.getFileName() + " for reading", e);
        }
    }

    private static String copy(Path file, Path copy, long most) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = Files.newOutputStream(copy)) {
            return copy(in, out, most).sha256();
        }
    }

    /** @throws Refused TOO_LARGE, as soon as that is known */
    static Spool.Spooled copy(InputStream from, OutputStream out, long most) throws IOException {
        MessageDigest digest = newDigest();
        InputStream in = new DigestInputStream(from, digest);
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            copied += n;
            if (copied > most) {
                throw new Refused("TOO_LARGE", Map.of("limitMb", most / 1_000_000));
            }
            out.write(buffer, 0, n);
        }
        return new Spool.Spooled(copied, HexFormat.of().formatHex(digest.digest()));
    }

    /** SHA-256 of a text, in hex. */
    static String sha256(String text) {
        return HexFormat.of().formatHex(newDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the temporary folder of an import", e);
        }
    }
}
