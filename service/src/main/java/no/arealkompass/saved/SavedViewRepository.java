package no.arealkompass.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.arealkompass.access.Scope;
import no.arealkompass.saved.SavedView.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Saved views in the database. */
@Repository
class SavedViewRepository {
    private static final String STANDING = """
            select id, kind, name, content, scope, run_id, made_by, made_at from saved_view
            where not exists (select from saved_view_withdrawal where saved_view_id = saved_view.id)
            """;

    private final JdbcClient db;

    SavedViewRepository(JdbcClient db) {
        this.db = db;
    }

    void add(SavedView view) {
        db.sql("""
                        insert into saved_view (id, kind, name, content, scope, run_id, made_by, made_at)
                        values (:id, :kind, :name, :content, :scope, :run, :by, :at)
                        """)
                .param("id", view.id())
                .param("kind", view.kind().name())
                .param("name", view.name())
                .param("content", view.content())
                .param("scope", view.scope().key())
                .param("run", view.run())
                .param("by", view.madeBy())
                .param("at", OffsetDateTime.ofInstant(view.madeAt(), ZoneOffset.UTC))
                .update();
    }

    Optional<SavedView> find(UUID id) {
        return db.sql(STANDING + " and id = :id")
                .param("id", id)
                .query(SavedViewRepository::row)
                .optional();
    }

    List<SavedView> madeBy(String name, Kind kind) {
        return db.sql(STANDING + " and made_by = :name and kind = :kind order by made_at desc, id limit 200")
                .param("name", name)
                .param("kind", kind.name())
                .query(SavedViewRepository::row)
                .list();
    }

    /** False when there is no view of this name's that stands. */
    boolean withdraw(UUID id, String name) {
        return db.sql("""
                        insert into saved_view_withdrawal (saved_view_id, by) select id, :name from saved_view
                        where id = :id and made_by = :name on conflict do nothing
                        """).param("id", id).param("name", name).update() == 1;
    }

    private static SavedView row(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("content"),
                Scope.read(row.getString("scope")),
                row.getObject("run_id", UUID.class),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
