package no.arealkompass.prospectus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import no.arealkompass.prospectus.RegionText.Draft;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts of the region in the database. */
@Repository
class RegionTextRepository {
    private static final String COLUMNS =
            "select municipality, language, version, body, source, published, written_by, "
                    + "written_by_role, written_at from region_text ";

    private final JdbcClient jdbc;

    RegionTextRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version that everybody may read. */
    Optional<RegionText> published(String municipality, String language) {
        return jdbc.sql(COLUMNS + """
                        where municipality = :municipality and language = :language and published
                        order by version desc limit 1
                        """)
                .param("municipality", municipality)
                .param("language", language)
                .query(RegionTextRepository::row)
                .optional();
    }

    /** The newest version of each place and language, published or not. */
    List<RegionText> newest() {
        return jdbc.sql(COLUMNS + """
                        t where version = (select max(version) from region_text
                          where municipality = t.municipality and language = t.language)
                        order by municipality, language desc
                        """).query(RegionTextRepository::row).list();
    }

    /** The newest version's number; 0 when there is none. */
    int version(String municipality, String language) {
        return jdbc.sql("""
                        select coalesce(max(version), 0) from region_text
                        where municipality = :municipality and language = :language
                        """)
                .param("municipality", municipality)
                .param("language", language)
                .query(Integer.class)
                .single();
    }

    /** False when somebody else was first. */
    boolean add(Caller caller, Draft draft) {
        return jdbc.sql("""
                        insert into region_text (municipality, language, version, body, source, published, written_by,
                          written_by_role)
                        values (:municipality, :language, :version, :body, :source, :published, :by, :role)
                        on conflict do nothing
                        """)
                        .param("municipality", draft.municipality())
                        .param("language", draft.language())
                        .param("version", draft.version() + 1)
                        .param("body", draft.body())
                        .param("source", draft.source())
                        .param("published", draft.published())
                        .param("by", caller.name())
                        .param("role", caller.role().name())
                        .update()
                == 1;
    }

    private static RegionText row(ResultSet row, int number) throws SQLException {
        return new RegionText(
                row.getString("municipality"),
                row.getString("language"),
                row.getInt("version"),
                row.getString("body"),
                row.getString("source"),
                row.getBoolean("published"),
                row.getString("written_by"),
                Role.valueOf(row.getString("written_by_role")),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
