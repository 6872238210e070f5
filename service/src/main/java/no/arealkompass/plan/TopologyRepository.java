package no.arealkompass.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is wrong with the drawing of plans: one statement for each question. */
@Repository
class TopologyRepository {
    /** Coordinates are delivered to a millimetre at best: what is narrower comes of rounding and snapping. */
    static final double NOISE_M = 0.001;

    /** A gap or overlap narrower than this on average is a slip of the drawing, and is called a sliver. */
    static final double THIN_M = 3;

    /** A part of a zone is a sliver under this size, or when elongated and narrower than {@link #NARROW_M}. */
    static final double SMALL_M2 = 1;

    static final double NARROW_M = 0.5;

    /** However coarse the border of the municipality is, more than this beyond it is said. */
    static final double BORDER_M = 20;

    /** Rows of one question; a plan with more faults than this is redrawn, not mended. */
    static final int MOST = 1000;

    private static final List<String> QUESTIONS = List.of(
            "topology_gaps",
            "topology_overlaps",
            "topology_slivers",
            "topology_outside",
            "topology_rings",
            "topology_duplicates",
            "topology_no_border");

    private final JdbcClient db;
    private final List<String> statements = QUESTIONS.stream()
            .map(name -> Sql.read(TopologyRepository.class, name))
            .toList();

    TopologyRepository(JdbcClient db) {
        this.db = db;
    }

    /**
     * One finding; the area in m², the place and the geometry in EPSG:4326.
     *
     * @param other the version it is also about
     * @param detail a number or name for the sentence; empty where there is none
     */
    record Row(
            long version,
            @Nullable Long other,
            List<String> zones,
            double areaM2,
            String code,
            double longitude,
            double latitude,
            String geometry,
            String detail) {}

    /**
     * @param visible what the versions are compared with
     * @param frame the version in use of the municipalities; 0 when there is none
     */
    List<Row> rows(Collection<Long> versions, Collection<Long> visible, long frame) {
        List<Row> rows = new ArrayList<>();
        for (var statement : statements) {
            rows.addAll(db.sql(statement)
                    .param("versions", PlanRepository.array(versions))
                    .param("visible", PlanRepository.array(visible))
                    .param("frame", frame)
                    .param("noiseM", NOISE_M)
                    .param("thinM", THIN_M)
                    .param("smallM2", SMALL_M2)
                    .param("narrowM", NARROW_M)
                    .param("borderM", BORDER_M)
                    .param("most", MOST)
                    .query(TopologyRepository::row)
                    .list());
        }
        return rows;
    }

    private static Row row(ResultSet row, int i) throws SQLException {
        return new Row(
                row.getLong("version"),
                row.getObject("other") == null ? null : row.getLong("other"),
                List.of((String[]) row.getArray("zones").getArray()),
                row.getDouble("area"),
                row.getString("code"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getString("geometry"),
                Objects.requireNonNullElse(row.getString("detail"), ""));
    }
}
