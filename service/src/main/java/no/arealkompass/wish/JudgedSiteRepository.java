package no.arealkompass.wish;

import java.util.Collection;
import java.util.List;
import no.arealkompass.wish.Answer.SiteRef;
import no.arealkompass.wish.Neighbours.Pair;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The site versions that a run judged, and which of them are neighbours. */
@Repository
class JudgedSiteRepository {
    private final JdbcClient db;

    JudgedSiteRepository(JdbcClient db) {
        this.db = db;
    }

    /** @param versionId site_version.id */
    record Judged(long versionId, SiteRef site) {}

    /** The versions with these ids and numbers; the two lists belong together. */
    List<Judged> versions(List<String> ids, List<Integer> numbers) {
        return db.sql("""
                        select s.id, s.site_id, s.name, s.version, s.schematic
                        from unnest(cast(:ids as text[]), cast(:numbers as int[])) asked (site_id, version)
                        join site_version s on (s.site_id, s.version) = (asked.site_id, asked.version) order by s.id
                        """)
                .param("ids", new SqlArrayValue("text", ids.toArray()))
                .param("numbers", new SqlArrayValue("int4", numbers.toArray()))
                .query((row, i) -> new Judged(
                        row.getLong("id"),
                        new SiteRef(
                                row.getString("site_id"),
                                row.getString("name"),
                                row.getInt("version"),
                                row.getBoolean("schematic"))))
                .list();
    }

    /** Pairs whose outlines lie within some metres of each other, at most a limit of them. */
    List<Pair> neighbours(Collection<Long> versions, double withinM, int limit) {
        return db.sql("""
                        select a.id a, b.id b, st_distance(a.footprint, b.footprint) metres
                        from site_version a join site_version b on a.id < b.id and st_dwithin(a.footprint, b.footprint, :within)
                        where a.id = any (cast(:versions as bigint[])) and b.id = any (cast(:versions as bigint[]))
                        order by metres, a.id, b.id limit :limit
                        """)
                .param("versions", new SqlArrayValue("int8", versions.toArray()))
                .param("within", withinM)
                .param("limit", limit)
                .query((row, i) -> new Pair(row.getLong("a"), row.getLong("b"), row.getDouble("metres")))
                .list();
    }
}
