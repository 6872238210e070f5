package no.arealkompass.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.geo.Geo;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Asks PostGIS about shapes that are not stored yet. */
@Repository
class ShapeRepository {
    private static final String SHAPES = Sql.read(ShapeRepository.class, "shapes");
    private static final String PLOTS_OUTSIDE = Sql.read(ShapeRepository.class, "plots_outside");

    private final JdbcClient jdbc;
    private final Datasets datasets;

    ShapeRepository(JdbcClient jdbc, Datasets datasets) {
        this.jdbc = jdbc;
        this.datasets = datasets;
    }

    /** @param index which of the shapes asked about, from 0 */
    record Wrong(int index, String code, String reason, DraftFault.@Nullable Place place) {}

    List<Wrong> wrong(List<Geometry> shapes) {
        var region = datasets.region(Caller.PUBLIC);
        return jdbc.sql(SHAPES)
                .param("shapes", wkbs(shapes))
                .param("west", region.bounds().west())
                .param("south", region.bounds().south())
                .param("east", region.bounds().east())
                .param("north", region.bounds().north())
                .param("storage", region.srid())
                .query((row, i) ->
                        new Wrong(row.getInt("no") - 1, row.getString("code"), row.getString("reason"), place(row)))
                .list();
    }

    List<Wrong> plotsOutside(List<Geometry> plots, List<Geometry> plans) {
        return jdbc.sql(PLOTS_OUTSIDE)
                .param("plots", wkbs(plots))
                .param("plans", wkbs(plans))
                .param("storage", datasets.region(Caller.PUBLIC).srid())
                .query((row, i) -> new Wrong(row.getInt("no") - 1, "PLOT_OUTSIDE_PLAN", "", place(row)))
                .list();
    }

    static SqlArrayValue wkbs(List<Geometry> shapes) {
        return new SqlArrayValue(
                "bytea", (Object[]) shapes.stream().map(Geo::toWkb).toArray(byte[][]::new));
    }

    private static DraftFault.@Nullable Place place(ResultSet row) throws SQLException {
        double x = row.getDouble("x");
        boolean none = row.wasNull();
        double y = row.getDouble("y");
        return none || Math.abs(x) > 180 || Math.abs(y) > 90 ? null : new DraftFault.Place(x, y);
    }
}
