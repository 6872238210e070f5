package no.arealkompass.snapshot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.arealkompass.access.Role;
import no.arealkompass.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Snapshots and the public halves of the keys that signed them; nothing here is ever changed. */
@Repository
class SnapshotRepository {
    private static final String HEADS = """
            select id, kind, about, made_at, made_by, scope, document_sha256, pdf_sha256, key_id from snapshot
            """;

    private final JdbcClient db;

    SnapshotRepository(JdbcClient db) {
        this.db = db;
    }

    void know(String keyId, String pem) {
        db.sql("insert into signing_key (id, public_pem) values (:id, :pem) on conflict do nothing")
                .param("id", keyId)
                .param("pem", pem)
                .update();
    }

    Optional<String> publicPem(String keyId) {
        return db.sql("select public_pem from signing_key where id = :id")
                .param("id", keyId)
                .query(String.class)
                .optional();
    }

    void store(Frozen frozen) {
        var head = frozen.head();
        db.sql("""
                insert into snapshot (id, kind, about, made_at, made_by, scope, document, pdf, manifest, signature,
                  document_sha256, pdf_sha256, key_id)
                values (:id, :kind, :about, :madeAt, :madeBy, :scope, :document, :pdf, :manifest, :signature,
                  :documentSha256, :pdfSha256, :keyId)
                """)
                .param("id", head.id())
                .param("kind", head.kind().name())
                .param("about", head.about())
                .param("madeAt", OffsetDateTime.ofInstant(head.madeAt(), ZoneOffset.UTC))
                .param("madeBy", head.madeBy().name())
                .param("scope", head.scope().key())
                .param("document", frozen.document())
                .param("pdf", frozen.pdf())
                .param("manifest", frozen.manifest())
                .param("signature", frozen.signature())
                .param("documentSha256", head.documentSha256())
                .param("pdfSha256", head.pdfSha256())
                .param("keyId", head.keyId())
                .update();
    }

    Optional<Frozen> find(UUID id) {
        return db.sql("select s.*, k.public_pem from snapshot s join signing_key k on k.id = s.key_id where s.id = :id")
                .param("id", id)
                .query((row, i) -> new Frozen(
                        head(row, i),
                        row.getBytes("document"),
                        row.getBytes("pdf"),
                        row.getBytes("manifest"),
                        row.getBytes("signature"),
                        row.getString("public_pem")))
                .optional();
    }

    /** The one whose document or pages have this hash. */
    Optional<UUID> byHash(String sha256) {
        return db.sql("select id from snapshot where document_sha256 = :hash or pdf_sha256 = :hash limit 1")
                .param("hash", sha256)
                .query(UUID.class)
                .optional();
    }

    /**
     * Newest first.
     *
     * @param reader how far the one who asks sees
     */
    List<Snapshot> of(Snapshot.Kind kind, String about, Scope reader) {
        return db.sql(HEADS + " where kind = :kind and about = :about and scope_within(scope, :reader)"
                        + " order by made_at desc, id limit 100")
                .param("kind", kind.name())
                .param("about", about)
                .param("reader", reader.key())
                .query(SnapshotRepository::head)
                .list();
    }

    private static Snapshot head(ResultSet row, int i) throws SQLException {
        return new Snapshot(
                row.getObject("id", UUID.class),
                Snapshot.Kind.valueOf(row.getString("kind")),
                row.getString("about"),
                Objects.requireNonNull(row.getObject("made_at", OffsetDateTime.class))
                        .toInstant(),
                Role.valueOf(row.getString("made_by")),
                Scope.read(row.getString("scope")),
                row.getString("document_sha256"),
                row.getString("pdf_sha256"),
                row.getString("key_id"));
    }
}
