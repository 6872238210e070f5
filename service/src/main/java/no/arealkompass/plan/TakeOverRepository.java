package no.arealkompass.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The areas of a delivery, and the plan versions made of them, in the transaction of the import. */
@Repository
class TakeOverRepository {
    private static final String VERSION = Sql.read(TakeOverRepository.class, "take_over_version");
    private static final String ZONES = Sql.read(TakeOverRepository.class, "take_over_zones");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    TakeOverRepository(JdbcClient db) {
        this.db = db;
    }

    List<DeliveredObject> objects(long datasetVersion) {
        return db.sql("select id, object_id, properties from feature where dataset_version_id = :version order by id")
                .param("version", datasetVersion)
                .query((row, i) -> new DeliveredObject(
                        row.getLong("id"), row.getString("object_id"), properties(row.getString("properties"))))
                .list();
    }

    private static Map<String, String> properties(String json) {
        Map<String, String> properties = new LinkedHashMap<>();
        JSON.readTree(json).properties().forEach(property -> {
            var value = property.getValue();
            if (value.isValueNode() && !value.isNull() && !value.asString().isBlank()) {
                properties.put(property.getKey(), value.asString());
            }
        });
        return properties;
    }

    /** Stores a plan version and answers its id; the number is the next one of its plan. */
    long store(PlanDraft draft, long datasetVersion, String by) {
        db.sql("insert into plan (id, municipality, identification) values (:id, :municipality, :identification)"
                        + " on conflict do nothing")
                .param("id", draft.plan())
                .param("municipality", draft.municipality())
                .param("identification", draft.identification())
                .update();
        long version = db.sql(VERSION)
                .param("plan", draft.plan())
                .param("name", draft.name())
                .param("level", draft.level().name())
                .param("type", draft.typeCode())
                .param("stage", draft.stage().name())
                .param("status", draft.statusCode())
                .param("inForceFrom", draft.inForceFrom())
                .param("inForceTo", draft.inForceTo())
                .param("decidedOn", draft.decidedOn())
                .param("announcedOn", draft.announcedOn())
                .param("sender", draft.sender())
                .param("notes", JSON.writeValueAsString(notes(draft)))
                .param(
                        "outline",
                        draft.outline().stream().mapToLong(Long::longValue).toArray())
                .param("stated", draft.outlineStated())
                .param("delivery", datasetVersion)
                .param("by", by)
                .query(Long.class)
                .single();
        db.sql(ZONES)
                .param("version", version)
                .param("zones", JSON.writeValueAsString(draft.zones()))
                .update();
        return version;
    }

    private static List<Map<String, Object>> notes(PlanDraft draft) {
        List<Map<String, Object>> notes = new ArrayList<>();
        draft.said().forEach(said -> notes.add(Map.of("code", said.code(), "args", said.args())));
        return notes;
    }
}
