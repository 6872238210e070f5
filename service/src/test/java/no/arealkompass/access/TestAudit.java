package no.arealkompass.access;

import org.springframework.jdbc.core.simple.JdbcClient;

/** An audit trail for tests that put their beans together by hand. */
public final class TestAudit {
    private TestAudit() {}

    public static Audit in(JdbcClient db) {
        return new Audit(new AuditRepository(db));
    }
}
