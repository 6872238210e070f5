package no.arealkompass.snapshot;

import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * A snapshot with its files, and whether they are what was signed.
 *
 * @param manifest the bytes that are signed
 * @param publicPem the public half of the key that signed
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
record Frozen(Snapshot head, byte[] document, byte[] pdf, byte[] manifest, byte[] signature, String publicPem) {

    /**
     * True when the key is the one the snapshot names, the signature is by it, and the manifest is of these very files. What
     * is said in the other columns counts for nothing unless the signed bytes say the same.
     */
    boolean intact() {
        try {
            var open = SigningKey.publicKey(publicPem);
            var signed = new Manifest(
                    head.id(),
                    head.kind(),
                    head.madeAt().toString(),
                    SigningKey.Sha256.of(document),
                    SigningKey.Sha256.of(pdf),
                    SigningKey.id(open));
            return SigningKey.id(open).equals(head.keyId())
                    && Arrays.equals(signed.bytes(), manifest)
                    && SigningKey.verifies(open, manifest, signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    byte[] signatureFile() {
        return Manifest.signatureFile(manifest, signature);
    }

    /** Whether a hash is that of one of the three files. */
    boolean isOneOf(String sha256) {
        return sha256.equals(SigningKey.Sha256.of(document))
                || sha256.equals(SigningKey.Sha256.of(pdf))
                || sha256.equals(SigningKey.Sha256.of(signatureFile()));
    }
}
