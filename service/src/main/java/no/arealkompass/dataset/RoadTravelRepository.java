package no.arealkompass.dataset;

import java.util.List;
import java.util.OptionalDouble;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The road network of one version as temporary tables, and pgRouting's searches in it. */
@Repository
class RoadTravelRepository {
    private static final String NETWORK = Sql.read(RoadTravelRepository.class, "road_network");
    private static final String NEAREST = Sql.read(RoadTravelRepository.class, "road_nearest");
    private static final String MINUTES = Sql.read(RoadTravelRepository.class, "road_minutes");
    private static final String METRES = Sql.read(RoadTravelRepository.class, "road_metres");
    private static final String JUNCTIONS = Sql.read(RoadTravelRepository.class, "road_junctions");
    private static final String PEOPLE = Sql.read(RoadTravelRepository.class, "road_people");
    private static final String STORE = Sql.read(RoadTravelRepository.class, "road_store");

    private final JdbcClient db;

    RoadTravelRepository(JdbcClient db) {
        this.db = db;
    }

    /** Answers the share of the length of the roads that do not say whether the vehicle may use them. */
    double network(long version, RoadRules rules) {
        RoadRules.Restriction restriction = rules.restriction();
        db.sql(NETWORK)
                .param("version", version)
                .param(
                        "classes",
                        new SqlArrayValue("text", rules.speedsKmh().keySet().toArray()))
                .param(
                        "speeds",
                        new SqlArrayValue(
                                "float8",
                                rules.speedsKmh().values().stream()
                                        .map(kmh -> Math.min(kmh, rules.maxKmh()))
                                        .toArray()))
                .param("property", restriction == null ? "" : restriction.property())
                .param(
                        "allowed",
                        new SqlArrayValue(
                                "text",
                                restriction == null
                                        ? new Object[0]
                                        : restriction.allowed().toArray()))
                .param("splitM", rules.splitM())
                .param("joinM", rules.joinM())
                .param("maxKmh", rules.maxKmh())
                .update();
        return db.sql("select coalesce(sum(length) filter (where silent) / nullif(sum(length), 0), 0) from road")
                .query(Double.class)
                .single();
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

    void junctions(Region.Junction junction) {
        db.sql(JUNCTIONS)
                .param("property", junction.property())
                .param("classes", new SqlArrayValue("text", junction.classes().toArray()))
                .update();
    }

    /** Answers how many people live too far from any road to be counted. */
    double people(long roads, long people, PeopleWithin rules) {
        db.sql(PEOPLE)
                .param("roads", roads)
                .param("people", people)
                .param("count", rules.count())
                .param("minutes", rules.minutes())
                .param("toleranceM", rules.toleranceM())
                .param("splitM", rules.roads().splitM())
                .param("complete", rules.complete())
                .param("atLeast", rules.atLeast())
                .update();
        return db.sql("select coalesce(sum(people), 0) from road_people where node is null")
                .query(Double.class)
                .single();
    }

    /**
     * Answers the id of the new version.
     *
     * @param parents one or two dataset versions, the roads first
     * @param scenario whose version it is; null for what is
     */
    long store(String dataset, String by, String description, List<Long> parents, @Nullable String scenario) {
        return db.sql(STORE)
                .param("dataset", dataset)
                .param("by", by)
                .param("description", description)
                .param("roads", parents.getFirst())
                .param("parents", new SqlArrayValue("int8", parents.toArray()))
                .param("scenario", scenario)
                .query(Long.class)
                .single();
    }
}
