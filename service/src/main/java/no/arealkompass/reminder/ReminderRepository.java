package no.arealkompass.reminder;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.access.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Attempts to remind, kept for ever. */
@Repository
class ReminderRepository {
    private final JdbcClient jdbc;

    ReminderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest attempt for each site that there was one for. */
    Map<String, Reminders.Attempt> newest() {
        return attempts("select distinct on (site_id) * from site_reminder order by site_id, at desc, id desc");
    }

    /** The newest attempt that went out, for each site. */
    Map<String, Reminders.Attempt> newestSent() {
        return attempts("""
                select distinct on (site_id) * from site_reminder where outcome = 'SENT' order by site_id, at desc, id desc
                """);
    }

    private Map<String, Reminders.Attempt> attempts(String sql) {
        var attempts = new HashMap<String, Reminders.Attempt>();
        jdbc.sql(sql).query(row -> {
            attempts.put(
                    row.getString("site_id"),
                    new Reminders.Attempt(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            Reminders.Outcome.valueOf(row.getString("outcome")),
                            row.getString("mailed_to"),
                            row.getString("detail")));
        });
        return attempts;
    }

    /** One row per site of a mail, all or none. */
    @Transactional
    void record(List<Reminders.Item> items, Reminders.Mailing mail, Instant at, Caller caller) {
        for (var item : items) {
            jdbc.sql("""
                            insert into site_reminder (site_id, municipality, mailed_to, outcome, days, detail, at, by)
                            values (:site, :municipality, :to, :outcome, :days, :detail, :at, :by)
                            """)
                    .param("site", item.site())
                    .param("municipality", mail.municipality())
                    .param("to", mail.to())
                    .param("outcome", mail.outcome().name())
                    .param("days", item.freshness().days())
                    .param("detail", mail.detail())
                    .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .param("by", caller.name())
                    .update();
        }
    }
}
