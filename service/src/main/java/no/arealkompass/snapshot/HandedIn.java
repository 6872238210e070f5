package no.arealkompass.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file that somebody holds, as far as it is looked at: its hash, and the snapshot it says it is of. It is read piece by
 * piece and never kept.
 *
 * @param sha256 64 hexadecimal digits
 * @param named the first snapshot that the file names
 */
public record HandedIn(String sha256, Optional<UUID> named) {
    /** The largest file that is looked at, in bytes. */
    public static final int MOST_BYTES = 20_000_000;

    private static final Pattern IDENTIFIER =
            Pattern.compile("urn:uuid:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");
    private static final int LENGTH = 45;
    private static final int PIECE = 1 << 16;

    /** Nothing where the file is larger than is looked at. */
    public static Optional<HandedIn> read(InputStream in) throws IOException {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            Set<UUID> named = new LinkedHashSet<>();
            var tail = "";
            long size = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                size += piece.length;
                if (size > MOST_BYTES) {
                    return Optional.empty();
                }
                hash.update(piece);
                if (named.isEmpty()) {
                    var text = tail + new String(piece, StandardCharsets.ISO_8859_1);
                    IDENTIFIER
                            .matcher(text)
                            .results()
                            .map(m -> UUID.fromString(m.group(1)))
                            .forEach(named::add);
                    tail = text.substring(Math.max(0, text.length() - LENGTH + 1));
                }
            }
            return Optional.of(new HandedIn(
                    HexFormat.of().formatHex(hash.digest()), named.stream().findFirst()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
