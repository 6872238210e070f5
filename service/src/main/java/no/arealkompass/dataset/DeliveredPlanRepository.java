package no.arealkompass.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plans in the staging table of one import, and how the fields of senders were mapped last. */
@Repository
class DeliveredPlanRepository {
    private static final String GATHER = Sql.read(DeliveredPlanRepository.class, "plan_gather");
    private static final String SAID = Sql.read(DeliveredPlanRepository.class, "plan_said");
    private static final String FOUND = Sql.read(DeliveredPlanRepository.class, "plan_found");

    private final JdbcClient db;
    private final JsonMapper json;

    DeliveredPlanRepository(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Gives the staged areas what the file says of their plans. */
    void gather() {
        db.sql(GATHER).update();
    }

    /** Gives the staged areas what whoever handed in the file says of the plan. */
    void say(PlanChoices said) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "municipality", said.municipality());
        put(values, "planId", said.planId());
        put(values, "planName", said.planName());
        put(values, "stage", said.stage());
        if (!values.isEmpty()) {
            db.sql(SAID).param("said", json.writeValueAsString(values)).update();
        }
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /**
     * A plan among the staged areas.
     *
     * @param objects how many areas it has
     * @param withoutStage how many of them say neither stage nor status
     */
    record FoundPlan(
            @Nullable String municipality,
            @Nullable String planId,
            @Nullable String planName,
            @Nullable String stage,
            @Nullable String status,
            int objects,
            int withoutStage) {}

    List<FoundPlan> found(int most) {
        return db.sql(FOUND)
                .param("most", most)
                .query((row, number) -> new FoundPlan(
                        row.getString("municipality"),
                        row.getString("plan_id"),
                        row.getString("plan_name"),
                        row.getString("stage"),
                        row.getString("status"),
                        row.getInt("objects"),
                        row.getInt("without_stage")))
                .list();
    }

    /** How the fields of this sender were mapped last; empty when nobody has mapped them. */
    Optional<Map<String, @Nullable String>> remembered(String sender, String dataset, String source) {
        return db.sql("select mapping from sender_mapping"
                        + " where lower(sender) = lower(:sender) and dataset = :dataset and source = :source")
                .param("sender", sender)
                .param("dataset", dataset)
                .param("source", source)
                .query(String.class)
                .optional()
                .map(this::mapping);
    }

    private Map<String, @Nullable String> mapping(String text) {
        Map<String, @Nullable String> mapping = new LinkedHashMap<>();
        json.readTree(text).propertyStream().forEach(one -> mapping.put(one.getKey(), text(one.getValue())));
        return mapping;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() ? null : value.asString();
    }

    void remember(String sender, String dataset, String source, Map<String, @Nullable String> mapping, String by) {
        db.sql("""
                insert into sender_mapping (sender, dataset, source, mapping, by)
                values (:sender, :dataset, :source, cast(:mapping as jsonb), :by)
                on conflict (lower(sender), dataset, source)
                do update set mapping = excluded.mapping, at = now(), by = excluded.by""")
                .param("sender", sender)
                .param("dataset", dataset)
                .param("source", source)
                .param("mapping", json.writeValueAsString(mapping))
                .param("by", by)
                .update();
    }
}
