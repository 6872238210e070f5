package no.arealkompass.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import no.arealkompass.dataset.ImportIssue.FilePlace;
import no.arealkompass.dataset.ImportIssue.Place;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was wrong with files: kept for ever with an import, and with a delivery as long as it lives. */
@Repository
class IssueRepository {
    private static final String KEEP = Sql.read(IssueRepository.class, "keep_issues");
    private static final String KEEP_OF_DELIVERY = Sql.read(IssueRepository.class, "keep_delivery_issues");
    private static final String COLUMNS = """
            select id, code, object_id, st_x(place) as lon, st_y(place) as lat, file_x, file_y, blocking, args::text
            from""" + " ";

    private final JdbcClient db;
    private final JsonMapper json;

    IssueRepository(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void keep(long importId, List<Found> issues) {
        keep(KEEP, importId, issues);
    }

    /** In the place of those that were kept before. */
    void keep(UUID delivery, List<Found> issues) {
        db.sql("delete from delivery_issue where delivery_id = :delivery")
                .param("delivery", delivery)
                .update();
        keep(KEEP_OF_DELIVERY, delivery, issues);
    }

    private void keep(String statement, Object of, List<Found> issues) {
        if (issues.isEmpty()) {
            return;
        }
        db.sql(statement)
                .param("of", of)
                .param("codes", array("text", issues, Found::code))
                .param("ids", array("text", issues, Found::objectId))
                .param(
                        "lons",
                        array(
                                "float8",
                                issues,
                                f -> f.place() == null ? null : f.place().longitude()))
                .param(
                        "lats",
                        array(
                                "float8",
                                issues,
                                f -> f.place() == null ? null : f.place().latitude()))
                .param(
                        "xs",
                        array(
                                "float8",
                                issues,
                                f -> f.filePlace() == null
                                        ? null
                                        : f.filePlace().x()))
                .param(
                        "ys",
                        array(
                                "float8",
                                issues,
                                f -> f.filePlace() == null
                                        ? null
                                        : f.filePlace().y()))
                .param("blockings", array("bool", issues, Found::blocking))
                .param("args", array("text", issues, f -> json.writeValueAsString(f.args())))
                .update();
    }

    List<ImportIssue> of(long importId) {
        return db.sql(COLUMNS + "import_issue where import_id = :of order by id")
                .param("of", importId)
                .query((row, number) -> found(row, json).told(row.getLong("id")))
                .list();
    }

    List<ImportIssue> of(UUID delivery) {
        return db.sql(COLUMNS + "delivery_issue where delivery_id = :of order by id")
                .param("of", delivery)
                .query((row, number) -> found(row, json).told(row.getLong("id")))
                .list();
    }

    static Found found(ResultSet row, JsonMapper json) throws SQLException {
        Map<String, String> args = new LinkedHashMap<>();
        json.readTree(row.getString("args"))
                .properties()
                .forEach(e -> args.put(e.getKey(), e.getValue().asString()));
        Double longitude = number(row, "lon");
        Double latitude = number(row, "lat");
        Double x = number(row, "file_x");
        Double y = number(row, "file_y");
        return new Found(
                row.getString("code"),
                row.getString("object_id"),
                longitude == null || latitude == null ? null : new Place(longitude, latitude),
                x == null || y == null ? null : new FilePlace(x, y),
                row.getBoolean("blocking"),
                args);
    }

    /** A number that may be missing. */
    static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static SqlArrayValue array(String type, List<Found> issues, Function<Found, @Nullable Object> value) {
        return new SqlArrayValue(type, issues.stream().map(value).toArray());
    }
}
