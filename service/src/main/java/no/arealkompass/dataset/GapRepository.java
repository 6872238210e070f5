package no.arealkompass.dataset;

import java.util.List;
import no.arealkompass.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The parts of the region that a dataset does not cover. */
@Repository
class GapRepository {
    private static final String GAPS = Sql.read(GapRepository.class, "gaps");
    /** Half a pixel of a map of the region on a wide screen. */
    private static final double SIMPLIFY_M = 60;

    private final JdbcClient db;

    GapRepository(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param frame id of the municipality version
     * @param version id of the dataset's version, 0 = it has none
     */
    List<Gap> gaps(long frame, Region region, long version) {
        return db.sql(GAPS)
                .param("frame", frame)
                .param("version", version)
                .param(
                        "numbers",
                        new SqlArrayValue(
                                "text",
                                region.municipalities().stream()
                                        .map(Region.Municipality::number)
                                        .toArray()))
                .param("simplifyM", SIMPLIFY_M)
                .query((row, n) -> new Gap(
                        row.getString("number"),
                        name(region, row.getString("number")),
                        row.getDouble("area_m2"),
                        row.getDouble("gap_m2"),
                        row.getString("covered"),
                        row.getString("gap")))
                .list();
    }

    private static String name(Region region, String number) {
        return region.municipalities().stream()
                .filter(m -> m.number().equals(number))
                .map(Region.Municipality::name)
                .findFirst()
                .orElse(number);
    }
}
