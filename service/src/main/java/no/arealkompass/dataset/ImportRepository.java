package no.arealkompass.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.arealkompass.dataset.ImportReport.CrsHow;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of imports, and what was wrong with each file. */
@Repository
class ImportRepository {
    private static final String KEEP_ISSUES = Sql.read("keep_issues");
    private static final String REPORTS = """
            select i.*, (select count(*) from import_issue s where s.import_id = i.id and s.blocking) as blocking,
                   (select count(*) from import_issue s where s.import_id = i.id and not s.blocking) as notes
            from import i
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    ImportRepository(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
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

    /** Keeps what the staging tables found. */
    void keepIssues(long importId, int most) {
        db.sql(KEEP_ISSUES).param("import", importId).param("most", most).update();
    }

    void addIssue(long importId, Refused.FileIssue issue) {
        db.sql("""
                insert into import_issue (import_id, code, object_id, place, blocking, args)
                values (:import, :code, '', null, :blocking, cast(:args as jsonb))""")
                .param("import", importId)
                .param("code", issue.code())
                .param("blocking", issue.blocking())
                .param("args", json.writeValueAsString(issue.args()))
                .update();
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

    List<ImportIssue> issues(long importId) {
        return db.sql("""
                select id, code, object_id, st_x(place) as lon, st_y(place) as lat, blocking, args from import_issue
                where import_id = :import order by id""").param("import", importId).query(this::issue).list();
    }

    private ImportIssue issue(ResultSet row, int number) throws SQLException {
        Map<String, String> args = new LinkedHashMap<>();
        JsonNode stored = json.readTree(row.getString("args"));
        stored.properties().forEach(e -> args.put(e.getKey(), e.getValue().asString()));
        String code = row.getString("code");
        double longitude = row.getDouble("lon");
        boolean placed = !row.wasNull();
        return new ImportIssue(
                row.getLong("id"),
                code,
                row.getString("object_id"),
                placed ? new ImportIssue.Place(longitude, row.getDouble("lat")) : null,
                row.getBoolean("blocking"),
                args,
                IssueTexts.message(code, args),
                IssueTexts.remedy(code, args));
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
