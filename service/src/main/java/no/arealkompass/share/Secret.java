package no.arealkompass.share;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * 128 random bits as 22 characters that may stand in an address: the token of a link, or a cookie. Only a hash is stored; a
 * plain one is enough for what nobody can guess.
 */
record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final int LONGEST = 100;

    static Secret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Of whatever was handed in: what is too long to be one has the hash of no secret, after the same work. */
    String hash() {
        var looked = text.length() <= LONGEST ? text : "";
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(looked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Secret";
    }
}
