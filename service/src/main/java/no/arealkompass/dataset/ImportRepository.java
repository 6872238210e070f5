package no.arealkompass.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import no.arealkompass.dataset.ImportReport.CrsHow;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log of imports, and what was wrong with each file. */
@Repository
class ImportRepository {
    private static final String REPORTS = """
            select i.*, (select count(*) from import_issue s where s.import_id = i.id and s.blocking) as blocking,
                   (select count(*) from import_issue s where s.import_id = i.id and not s.blocking) as notes
            from import i
            """;

    private final JdbcClient db;

    ImportRepository(JdbcClient db) {
        this.db = db;
    }

    /** What is known of an import before its outcome. */
    record Attempt(
            String dataset, String source, String fileName, String sha256, String by, String crs, CrsHow crsHow) {}

    long add(Attempt attempt, Outcome outcome, int objectCount, @Nullable Long version) {
        return db.sql("""
                insert into import (dataset, source, file_name, sha256, by, outcome, object_count, crs, crs_how,
                                    dataset_version_id)
                values (:dataset, :source, :fileName, :sha256, :by, :outcome, :objectCount, :crs, :crsHow, :version)
                returning id""")
                .param("dataset", attempt.dataset())
                .param("source", attempt.source())
                .param("fileName", attempt.fileName())
                .param("sha256", attempt.sha256())
                .param("by", attempt.by())
                .param("outcome", outcome.name())
                .param("objectCount", objectCount)
                .param("crs", attempt.crs())
                .param("crsHow", attempt.crsHow().name())
                .param("version", version)
                .query(Long.class)
                .single();
    }

    Optional<ImportReport> report(long id) {
        return db.sql(REPORTS + "where i.id = :id")
                .param("id", id)
                .query(ImportRepository::report)
                .optional();
    }

    List<ImportReport> reports(int limit, int offset) {
        return db.sql(REPORTS + "order by i.id desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(ImportRepository::report)
                .list();
    }

    int count() {
        return db.sql("select count(*) from import").query(Integer.class).single();
    }

    private static ImportReport report(ResultSet row, int number) throws SQLException {
        return new ImportReport(
                row.getLong("id"),
                row.getString("dataset"),
                row.getString("source"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getTimestamp("at").toInstant(),
                row.getString("by"),
                Outcome.valueOf(row.getString("outcome")),
                row.getInt("object_count"),
                row.getString("crs"),
                CrsHow.valueOf(row.getString("crs_how")),
                row.getObject("dataset_version_id", Long.class),
                row.getInt("blocking"),
                row.getInt("notes"));
    }
}
