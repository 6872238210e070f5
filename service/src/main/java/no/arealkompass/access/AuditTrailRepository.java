package no.arealkompass.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditTrailRepository {
    /** A condition for each part of the question that was asked. */
    private static final String FOUND = """
            from audit
            where id < :older
              and (cast(:object as text) is null or starts_with(object, :object))
              and (cast(:action as text) is null or starts_with(action, :action))
              and (cast(:by as text) is null or by = :by)
              and (cast(:role as text) is null or by_role = :role)
              and (cast(:municipality as text) is null or :municipality = any (municipalities))
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:to as timestamptz) is null or at < :to)
            """;

    private final JdbcClient db;

    AuditTrailRepository(JdbcClient db) {
        this.db = db;
    }

    List<AuditEntry> read(AuditQuery query, long olderThan, int limit) {
        return asked("select * " + FOUND + " order by id desc limit :limit", query, olderThan)
                .param("limit", limit)
                .query((row, i) -> entry(row))
                .list();
    }

    int count(AuditQuery query, int most) {
        return asked("select count(*) from (select id " + FOUND + " limit :limit) found", query, Long.MAX_VALUE)
                .param("limit", most)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, AuditQuery query, long olderThan) {
        var role = query.role();
        return db.sql(sql)
                .param("older", olderThan)
                .param("object", query.object())
                .param("action", query.action())
                .param("by", query.by())
                .param("role", role == null ? null : role.name())
                .param("municipality", query.municipality())
                .param("from", utc(query.from()))
                .param("to", utc(query.to()));
    }

    List<String> actions() {
        return db.sql("select distinct action from audit order by action")
                .query(String.class)
                .list();
    }

    long forget(int keepDays) {
        return db.sql("select audit_forget(:days)")
                .param("days", keepDays)
                .query(Long.class)
                .single();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                row.getString("by_role"),
                List.of((String[]) row.getArray("municipalities").getArray()),
                row.getString("action"),
                row.getString("object"),
                row.getString("before"),
                row.getString("after"),
                row.getString("why"));
    }
}
