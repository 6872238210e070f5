package no.arealkompass.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import no.arealkompass.TestDatabase;
import no.arealkompass.access.Role;
import no.arealkompass.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Snapshots outlive the key that signed them. */
class KeyChangeTest {
    private static final TestDatabase DATABASE = TestDatabase.create();

    private final JdbcClient db = JdbcClient.create(DATABASE.dataSource());
    private final SnapshotRepository repository = new SnapshotRepository(db);

    @TempDir
    Path folder;

    private SigningKey key(String name) throws Exception {
        var file = folder.resolve(name);
        SigningKey.create(file);
        var key = SigningKey.read(file);
        repository.know(key.id(), key.pem());
        return key;
    }

    private static Frozen frozen(SigningKey key, String content) {
        byte[] document = content.getBytes(StandardCharsets.UTF_8);
        byte[] pdf = ("%PDF " + content).getBytes(StandardCharsets.UTF_8);
        var head = new Snapshot(
                UUID.randomUUID(),
                Snapshot.Kind.SCORE,
                "emne",
                Instant.parse("2026-11-26T10:00:00Z"),
                Role.ADMINISTRATOR,
                Scope.PUBLISHED,
                SigningKey.Sha256.of(document),
                SigningKey.Sha256.of(pdf),
                key.id());
        var manifest = new Manifest(
                        head.id(),
                        head.kind(),
                        head.madeAt().toString(),
                        head.documentSha256(),
                        head.pdfSha256(),
                        key.id())
                .bytes();
        return new Frozen(head, document, pdf, manifest, key.sign(manifest), key.pem());
    }

    @Test
    void whatAnOldKeySignedVerifiesAfterTheKeyWasChanged() throws Exception {
        var old = key("old.pem");
        var signed = frozen(old, "gammelt");
        repository.store(signed);
        var young = key("young.pem");
        var later = frozen(young, "nytt");
        repository.store(later);
        assertThat(young.id()).isNotEqualTo(old.id());
        for (var one : new Frozen[] {signed, later}) {
            var stored = repository.find(one.head().id()).orElseThrow();
            assertThat(stored.intact()).isTrue();
            assertThat(stored.head()).isEqualTo(one.head());
            assertThat(stored.publicPem()).isEqualTo(one.publicPem());
        }
        assertThat(repository.publicPem(old.id())).hasValue(old.pem());
    }

    @Test
    void aSignatureByAnotherKeyIsNoSignature() throws Exception {
        var mine = key("mine.pem");
        var theirs = key("theirs.pem");
        var signed = frozen(mine, "innhold");
        var forged = new Frozen(
                signed.head(),
                signed.document(),
                signed.pdf(),
                signed.manifest(),
                theirs.sign(signed.manifest()),
                mine.pem());
        assertThat(signed.intact()).isTrue();
        assertThat(forged.intact()).isFalse();
    }

    @Test
    void nothingIsEverChangedOrRemoved() throws Exception {
        repository.store(frozen(key("kept.pem"), "blir"));
        for (var statement : new String[] {
            "update snapshot set scope = 'ALL'",
            "delete from snapshot",
            "delete from signing_key",
            "update signing_key set id = id"
        }) {
            assertThatThrownBy(() -> db.sql(statement).update()).hasMessageContaining("never changed");
        }
    }
}
