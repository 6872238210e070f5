package no.arealkompass.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditRepository {
    private final JdbcClient jdbc;

    AuditRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Caller caller, String action, String object, @Nullable String before, @Nullable String after, String why) {
        jdbc.sql("""
                        insert into audit (by, by_role, municipalities, action, object, before, after, why)
                        values (:by, :role, :municipalities, :action, :object, :before, :after, :why)
                        """)
                .param("by", caller.name())
                .param("role", caller.role().name())
                .param("municipalities", caller.municipalities().toArray(String[]::new))
                .param("action", action)
                .param("object", object)
                .param("before", before)
                .param("after", after)
                .param("why", why)
                .update();
    }
}
