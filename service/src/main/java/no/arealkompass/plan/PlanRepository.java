package no.arealkompass.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.geo.Bbox;
import no.arealkompass.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PlanRepository {
    private static final String VERSIONS = """
            select v.*, p.municipality, p.identification, st_area(v.outline) as area, d.is_sample,
              (select count(*) from plan_zone z where z.plan_version_id = v.id) as zones
            from plan_version v join plan p on p.id = v.plan_id join dataset_version d on d.id = v.dataset_version_id
            """;
    private static final String EFFECTIVE = Sql.read(PlanRepository.class, "effective_zones");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    PlanRepository(JdbcClient db) {
        this.db = db;
    }

    /** Those that the caller may see. */
    List<PlanVersion> versions() {
        return db.sql(VERSIONS + " order by p.municipality, p.identification, v.version desc")
                .query(PlanRepository::version)
                .list();
    }

    List<PlanZone> zones(Collection<Long> planVersions) {
        return db.sql("""
                select id, plan_version_id, zone_id, kind, code, use_status, vertical_level, name, st_area(footprint) as area,
                  st_asbinary(footprint) as wkb
                from plan_zone where plan_version_id = any (cast(:versions as bigint[])) order by id
                """)
                .param("versions", array(planVersions))
                .query(PlanRepository::zone)
                .list();
    }

    /** @param planVersions from the one that yields to the one that wins */
    List<PlanZone> effective(Collection<Long> planVersions) {
        return db.sql(EFFECTIVE)
                .param("versions", array(planVersions))
                .query(PlanRepository::zone)
                .list();
    }

    /** @param planVersions from the one that yields to the one that wins */
    MappedZones mapped(Collection<Long> planVersions, Bbox bbox, int most) {
        List<MappedZones.Zone> zones = db.sql("""
                with effective as (%s)
                select e.*, st_asgeojson(st_transform(e.ground, 4326), 7) as geojson, count(*) over () as matched
                from (select effective.*, st_setsrid(st_geomfromwkb(wkb), (select st_srid(v.outline) from plan_version v limit 1)) as ground
                      from effective) e
                where :world or st_intersects(e.ground, st_transform(st_segmentize(st_envelope(:diagonal), 0.1), st_srid(e.ground)))
                order by id limit :most""".formatted(EFFECTIVE))
                .param("versions", array(planVersions))
                .param("world", bbox.equals(Bbox.WORLD))
                .param("diagonal", bbox.diagonal())
                .param("most", most)
                .query((row, i) -> new MappedZones.Zone(zone(row, i), row.getString("geojson"), row.getInt("matched")))
                .list();
        return new MappedZones(zones, zones.isEmpty() ? 0 : zones.getFirst().matched());
    }

    static long[] array(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    private static PlanZone zone(ResultSet row, int i) throws SQLException {
        return new PlanZone(
                row.getLong("id"),
                row.getLong("plan_version_id"),
                row.getString("zone_id"),
                ZoneKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("use_status"),
                row.getInt("vertical_level"),
                row.getString("name"),
                row.getDouble("area"),
                row.getBytes("wkb"));
    }

    /** What the delivery said, kept as codes with arguments so that the words may get better. */
    private static List<PlanNote> notes(String stored) {
        List<PlanNote> notes = new ArrayList<>();
        for (var note : JSON.readTree(stored)) {
            Map<String, String> args = new LinkedHashMap<>();
            note.path("args")
                    .properties()
                    .forEach(arg -> args.put(arg.getKey(), arg.getValue().asString()));
            notes.add(PlanNote.of(note.path("code").asString(), args));
        }
        return List.copyOf(notes);
    }

    private static PlanVersion version(ResultSet row, int i) throws SQLException {
        return new PlanVersion(
                row.getLong("id"),
                row.getString("plan_id"),
                row.getString("municipality"),
                row.getString("identification"),
                row.getInt("version"),
                row.getString("name"),
                Level.valueOf(row.getString("level")),
                row.getString("type_code"),
                Stage.valueOf(row.getString("stage")),
                row.getString("status_code"),
                row.getObject("in_force_from", LocalDate.class),
                row.getObject("in_force_to", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("announced_on", LocalDate.class),
                row.getString("sender"),
                row.getInt("zones"),
                row.getDouble("area"),
                row.getBoolean("outline_stated"),
                row.getBoolean("is_sample"),
                row.getLong("dataset_version_id"),
                Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
                notes(row.getString("notes")));
    }
}
