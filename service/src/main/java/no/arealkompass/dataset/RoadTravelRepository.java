package no.arealkompass.dataset;

import java.util.List;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The road network of one version as temporary tables, and pgRouting's searches in it. */
@Repository
class RoadTravelRepository {
    private static final String NETWORK = Sql.read("road_network");
    private static final String NEAREST = Sql.read("road_nearest");
    private static final String MINUTES = Sql.read("road_minutes");
    private static final String METRES = Sql.read("road_metres");
    private static final String STORE = Sql.read("road_store");

    private final JdbcClient db;

    RoadTravelRepository(JdbcClient db) {
        this.db = db;
    }

    void network(long version, RoadTravel rules) {
        db.sql(NETWORK)
                .param("version", version)
                .param(
                        "classes",
                        new SqlArrayValue("text", rules.speedsKmh().keySet().toArray()))
                .param(
                        "speeds",
                        new SqlArrayValue("float8", rules.speedsKmh().values().toArray()))
                .param("splitM", rules.splitM())
                .param("joinM", rules.joinM())
                .update();
    }

    /** Metres from the destination to the nearest road; empty when there is no road at all. */
    OptionalDouble distance(Region.Destination to, int storage) {
        return db
                .sql(NEAREST)
                .param("longitude", to.longitude())
                .param("latitude", to.latitude())
                .param("storage", storage)
                .query(Double.class)
                .list()
                .stream()
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    void minutes(Region.Destination to, int storage) {
        db.sql(MINUTES)
                .param("longitude", to.longitude())
                .param("latitude", to.latitude())
                .param("storage", storage)
                .param("property", to.property())
                .update();
    }

    void metres(String property, List<String> classes) {
        db.sql(METRES)
                .param("property", property)
                .param("classes", new SqlArrayValue("text", classes.toArray()))
                .update();
    }

    /** Answers the id of the new version. */
    long store(String dataset, String by, String description, long parent) {
        return db.sql(STORE)
                .param("dataset", dataset)
                .param("by", by)
                .param("description", description)
                .param("parent", parent)
                .query(Long.class)
                .single();
    }
}
