package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Files of one address between fetches: the whole one, the part of one that was cut off, and beside each what its
 * server said of it, so that only what is new or missing is asked for.
 */
final class FetchStore {
    private final Path whole;
    private final Path part;

    /**
     * What a server says of a state of its file; empty where it says nothing.
     *
     * @param etag strong entity tag
     * @param lastModified HTTP date
     */
    record State(String etag, String lastModified) {
        /** What {@code If-Range} needs; empty when a part cannot be continued safely. */
        String condition() {
            return etag.isEmpty() ? lastModified : etag;
        }
    }

    /** @throws UncheckedIOException when the folder cannot be made, or belongs to somebody else */
    FetchStore(Path folder, String address) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!Files.getOwner(folder).getName().equals(System.getProperty("user.name"))) {
                throw new IOException("the folder belongs to somebody else");
            }
            String name = String.valueOf(address.replaceAll(".*/", "").replaceAll("[^A-Za-z0-9._-]", "_"));
            Path own = Files.createDirectories(folder.resolve(key(address)));
            whole = own.resolve(name.isBlank() || name.startsWith(".") ? "file" : name);
            part = own.resolve("part");
        } catch (IOException e) {
            throw new UncheckedIOException("Fetched files cannot be kept in " + folder, e);
        }
    }

    /** A short name without foreign characters for a text. */
    static String key(String text) {
        return Workspace.sha256(text).substring(0, 16);
    }

    Path whole() {
        return whole;
    }

    Path part() {
        return part;
    }

    boolean hasWhole() {
        return Files.isRegularFile(whole);
    }

    long partBytes() throws IOException {
        return Files.isRegularFile(part) ? Files.size(part) : 0;
    }

    Optional<State> state(Path of) throws IOException {
        Path file = beside(of);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(of)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() == 2 ? Optional.of(new State(lines.get(0), lines.get(1))) : Optional.empty();
    }

    void remember(State state) throws IOException {
        Files.write(beside(part), List.of(state.etag(), state.lastModified()));
    }

    /** The part is the whole file now. */
    void complete() throws IOException {
        Files.deleteIfExists(beside(whole)); // never the old file under the new file's state
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside(part), beside(whole), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void forgetPart() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(beside(part));
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".state");
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
