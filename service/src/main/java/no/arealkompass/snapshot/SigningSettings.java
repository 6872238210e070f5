package no.arealkompass.snapshot;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the key that signs is.
 *
 * @param signingKey a file with an Ed25519 private key (PKCS#8, PEM); empty = one is made for a trial installation
 * @param signingFolder where it is kept then
 */
@ConfigurationProperties("areal")
record SigningSettings(String signingKey, String signingFolder) {}
