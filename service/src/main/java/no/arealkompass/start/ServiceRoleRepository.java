package no.arealkompass.start;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks at the role the service logs in as: row policies hold only for one that owns nothing. */
@Repository
class ServiceRoleRepository {
    private final JdbcClient db;

    ServiceRoleRepository(DataSource service) {
        db = JdbcClient.create(service);
    }

    /**
     * What a role is.
     *
     * @param above it is a superuser or bypasses row policies
     * @param owns it owns a table of this database, or may become somebody who does
     * @param becomes it can act as areal_all
     * @param inherits it has the rights of areal_all without acting as it
     */
    record ServiceRole(String name, boolean above, boolean owns, boolean becomes, boolean inherits) {}

    ServiceRole role() {
        return db.sql("""
                        select r.rolname, r.rolsuper or r.rolbypassrls above,
                          exists (select from pg_class c where c.relnamespace = 'public'::regnamespace
                            and pg_has_role(r.oid, c.relowner, 'MEMBER')) owns,
                          coalesce(pg_has_role(r.oid, a.oid, 'MEMBER'), false) becomes,
                          coalesce(pg_has_role(r.oid, a.oid, 'USAGE'), false) inherits
                        from pg_roles r left join pg_roles a on a.rolname = 'areal_all' where r.rolname = session_user
                        """)
                .query((row, i) -> new ServiceRole(
                        row.getString("rolname"),
                        row.getBoolean("above"),
                        row.getBoolean("owns"),
                        row.getBoolean("becomes"),
                        row.getBoolean("inherits")))
                .single();
    }
}
