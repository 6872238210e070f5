package no.arealkompass.dataset;

import java.util.List;
import no.arealkompass.dataset.PlannedLayers.Told;
import no.arealkompass.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** A layer while planned works are put into it: a temporary table that lives and dies with its transaction. */
@Repository
class PlannedRepository {
    private static final String ADD = Sql.read(PlannedRepository.class, "planned_add");
    private static final String UPGRADE = Sql.read(PlannedRepository.class, "planned_upgrade");
    private static final String JOIN = Sql.read(PlannedRepository.class, "planned_connect");
    private static final String STORE = Sql.read(PlannedRepository.class, "planned_version");

    private final JdbcClient db;

    PlannedRepository(JdbcClient db) {
        this.db = db;
    }

    /** Begins with a version as it is. */
    void begin(long base) {
        db.sql("""
                create temporary table planned_layer (
                  no int generated always as identity, class text, object_id text, properties jsonb, geom geometry
                ) on commit drop
                """).update();
        db.sql("""
                insert into planned_layer (class, object_id, properties, geom)
                select class, object_id, properties, geom from feature where dataset_version_id = :base order by id
                """).param("base", base).update();
        db.sql("create index on planned_layer using gist (geom)").update();
        db.sql("analyze planned_layer").update();
    }

    void add(PlannedChange change, GeometryKind kind, int storage) {
        db.sql(ADD)
                .param("work", String.valueOf(change.work()))
                .param("class", change.objectClass())
                .param("properties", change.properties())
                .param("wkb", change.wkb())
                .param("storage", storage)
                .param("kind", kind.name())
                .update();
    }

    Told upgrade(PlannedChange change, int storage) {
        return db.sql(UPGRADE)
                .param("work", String.valueOf(change.work()))
                .param("classes", new SqlArrayValue("text", change.classes().toArray()))
                .param("class", change.objectClass())
                .param("properties", change.properties())
                .param("wkb", change.wkb())
                .param("withinM", change.withinM())
                .param("storage", storage)
                .query((row, n) -> new Told(
                        change.work(), Told.Code.CHANGED, row.getDouble("metres"), row.getInt("objects"), null, null))
                .single();
    }

    /** Joins the open ends of an added road; one entry per end. */
    List<Told> join(PlannedChange change, RoadRules rules) {
        return db.sql(JOIN)
                .param("work", String.valueOf(change.work()))
                .param("class", change.objectClass())
                .param("classes", new SqlArrayValue("text", joined(change, rules)))
                .param(
                        "driven",
                        new SqlArrayValue("text", rules.speedsKmh().keySet().toArray()))
                .param("joinM", rules.joinM())
                .param("withinM", change.withinM())
                .query((row, n) -> new Told(
                        change.work(),
                        row.getBoolean("joined") ? Told.Code.JOINED : Told.Code.NOT_JOINED,
                        row.getObject("metres", Double.class),
                        1,
                        row.getDouble("longitude"),
                        row.getDouble("latitude")))
                .list();
    }

    /** The classes of driven roads that the ends of a road are joined to. */
    private static Object[] joined(PlannedChange change, RoadRules rules) {
        return rules.speedsKmh().keySet().stream()
                .filter(one -> change.classes().isEmpty() || change.classes().contains(one))
                .toArray();
    }

    /** Stores the layer as a version of the scenario; answers its id. */
    long store(long base, String scenario, String planned, String by) {
        return db.sql(STORE)
                .param("base", base)
                .param("scenario", scenario)
                .param("planned", planned)
                .param("by", by)
                .query(Long.class)
                .single();
    }
}
