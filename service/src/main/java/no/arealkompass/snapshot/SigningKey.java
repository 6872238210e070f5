package no.arealkompass.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * A key that signs. The private half stays in its file and in memory; what goes out is the public half and its id.
 *
 * @param id the first 32 hexadecimal digits of the SHA-256 of the public key, so that nobody can put another one in its place
 */
record SigningKey(String id, PrivateKey secret, PublicKey open) {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_LENGTH = 32;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** Never prints the secret half. */
    @Override
    public String toString() {
        return "SigningKey " + id;
    }

    byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }

    /** Whether a signature is by this public key over this very message. */
    static boolean verifies(PublicKey open, byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(open);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // a signature that is not even one
        }
    }

    static String id(PublicKey open) {
        return Sha256.of(open.getEncoded()).substring(0, ID_LENGTH);
    }

    String pem() {
        return pem("PUBLIC", open.getEncoded());
    }

    private static String pem(String half, byte[] der) {
        return "-----BEGIN " + half + " KEY-----\n" + LINES.encodeToString(der) + "\n-----END " + half + " KEY-----\n";
    }

    private static byte[] der(String half, String pem) {
        var body = pem.replaceAll("(?s).*-----BEGIN " + half + " KEY-----(.*?)-----END " + half + " KEY-----.*", "$1");
        return Base64.getMimeDecoder().decode(body);
    }

    static PublicKey publicKey(String pem) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der("PUBLIC", pem)));
    }

    /** @throws GeneralSecurityException when the file holds no Ed25519 private key */
    static SigningKey read(Path file) throws IOException, GeneralSecurityException {
        byte[] der;
        try {
            der = der("PRIVATE", Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("Not base64", e);
        }
        var secret = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
        var open = publicHalf(secret);
        return new SigningKey(id(open), secret, open);
    }

    /** PKCS#8 has only the secret half; the generator derives the public one from the very same seed. */
    private static PublicKey publicHalf(PrivateKey secret) throws GeneralSecurityException {
        byte[] seed = ((EdECPrivateKey) secret).getBytes().orElseThrow();
        var generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new Seeded(seed));
        var pair = generator.generateKeyPair();
        if (!Arrays.equals(seed, ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow())) {
            throw new GeneralSecurityException("This Java does not derive keys from their seed");
        }
        return pair.getPublic();
    }

    private static final class Seeded extends SecureRandom {
        private final transient byte[] seed;

        Seeded(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /** Makes a key in a file only its owner can read. Somebody else may be as quick: then theirs stands. */
    static void create(Path file) throws IOException, GeneralSecurityException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        var fresh = folder.resolve(UUID.randomUUID() + ".new");
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, pem("PRIVATE", pair.getPrivate().getEncoded()), StandardCharsets.US_ASCII);
            Files.createLink(file, fresh); // all of it or nothing, and never over one that is there
        } catch (FileAlreadyExistsException e) {
            // the other one stands
        } finally {
            Files.delete(fresh);
        }
    }

    /** SHA-256 as 64 hexadecimal digits. */
    static final class Sha256 {
        private Sha256() {}

        static String of(byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(bytes));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
