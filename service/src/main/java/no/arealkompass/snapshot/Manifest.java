package no.arealkompass.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is signed: which snapshot, what it is, when, and the SHA-256 of both its files. Small, so that it can be checked by
 * hand; see docs/decisions/0086.
 */
record Manifest(UUID id, Snapshot.Kind kind, String madeAt, String documentSha256, String pdfSha256, String keyId) {
    private static final String FORMAT = "arealkompass-snapshot/1";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Canonical JSON: the very bytes that are signed. */
    byte[] bytes() {
        var node = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("identifier", Snapshot.identifier(id))
                .put("kind", kind.code())
                .put("madeAt", madeAt)
                .put("documentSha256", documentSha256)
                .put("pdfSha256", pdfSha256)
                .put("keyId", keyId)
                .put("algorithm", "Ed25519");
        return CanonicalJson.of(node);
    }

    /** The file beside the two others: the manifest as it was signed, and the signature. */
    static byte[] signatureFile(byte[] manifest, byte[] signature) {
        var node = JSON.createObjectNode()
                .put("manifest", new String(manifest, StandardCharsets.UTF_8))
                .put("signature", Base64.getEncoder().encodeToString(signature));
        return CanonicalJson.of(node);
    }
}
