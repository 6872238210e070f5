package no.arealkompass.snapshot;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

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

    /** Which of the three files has this hash. */
    Optional<Verification.File> file(String sha256) {
        if (sha256.equals(SigningKey.Sha256.of(document))) {
            return Optional.of(Verification.File.DOCUMENT);
        }
        if (sha256.equals(SigningKey.Sha256.of(pdf))) {
            return Optional.of(Verification.File.PDF);
        }
        return Optional.of(Verification.File.SIGNATURE)
                .filter(file -> sha256.equals(SigningKey.Sha256.of(signatureFile())));
    }
}
