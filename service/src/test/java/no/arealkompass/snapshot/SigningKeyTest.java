package no.arealkompass.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key in its file, as openssl makes it and as we do. */
class SigningKeyTest {
    /** RFC 8410, section 10.3, and its public half in 10.1. */
    private static final String OF_THE_STANDARD = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    private static final String ITS_PUBLIC_HALF = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    @TempDir
    Path folder;

    @Test
    void theStandardsKeyHasTheStandardsPublicHalf() throws Exception {
        var file = Files.writeString(folder.resolve("key.pem"), OF_THE_STANDARD);
        var key = SigningKey.read(file);
        assertThat(key.pem()).contains(ITS_PUBLIC_HALF);
        assertThat(key.toString()).isEqualTo("SigningKey " + key.id());
        var message = "en melding".getBytes(StandardCharsets.UTF_8);
        var signature = key.sign(message);
        assertThat(signature).hasSize(64);
        assertThat(SigningKey.verifies(SigningKey.publicKey(key.pem()), message, signature))
                .isTrue();
        message[0]++;
        assertThat(SigningKey.verifies(key.open(), message, signature)).isFalse();
        assertThat(SigningKey.verifies(key.open(), message, new byte[3])).isFalse();
    }

    @Test
    void aKeyThatIsMadeIsForItsOwnerOnlyAndIsNeverOverwritten() throws Exception {
        var file = folder.resolve("new/signing-key.pem");
        SigningKey.create(file);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(file.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        var first = SigningKey.read(file);
        SigningKey.create(file);
        assertThat(SigningKey.read(file).id()).isEqualTo(first.id());
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutBeingRepeated() throws Exception {
        var file = Files.writeString(folder.resolve("wrong.pem"), "hemmelig-tekst");
        assertThatThrownBy(() -> SigningKey.read(file))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageNotContaining("hemmelig");
        var rsa = Files.writeString(
                folder.resolve("rsa.pem"), "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> SigningKey.read(rsa)).isInstanceOf(GeneralSecurityException.class);
    }
}
