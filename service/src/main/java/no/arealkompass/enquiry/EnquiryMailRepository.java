package no.arealkompass.enquiry;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.arealkompass.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails about enquiries: which are due, and what became of every attempt. */
@Repository
class EnquiryMailRepository {
    private static final String DUE = Sql.read(EnquiryMailRepository.class, "mails_due");

    private final JdbcClient db;

    EnquiryMailRepository(JdbcClient db) {
        this.db = db;
    }

    /** @param toWhom contact, sender, or the number of a municipality */
    record Due(UUID enquiry, String toWhom, int attempt) {}

    List<Due> due(int attempts, Instant triedBefore, Instant since) {
        return db.sql(DUE)
                .param("attempts", attempts)
                .param("tried_before", EnquiryRepository.utc(triedBefore))
                .param("since", EnquiryRepository.utc(since))
                .query((row, i) ->
                        new Due(row.getObject("id", UUID.class), row.getString("to_whom"), row.getInt("attempt")))
                .list();
    }

    /** The number of the attempt; empty when somebody else was quicker. */
    Optional<Long> begin(Due mail, Instant at) {
        return db.sql("""
                        insert into enquiry_mail (enquiry_id, to_whom, attempt, at) values (:id, :to, :attempt, :at)
                        on conflict do nothing returning id
                        """)
                .param("id", mail.enquiry())
                .param("to", mail.toWhom())
                .param("attempt", mail.attempt())
                .param("at", Objects.requireNonNull(EnquiryRepository.utc(at)))
                .query(Long.class)
                .optional();
    }

    /** @param why empty when it was sent */
    void ended(long attempt, String why, Instant at) {
        db.sql("""
                        insert into enquiry_mail_end (enquiry_mail_id, outcome, detail, at)
                        values (:id, :outcome, :why, :at)
                        """)
                .param("id", attempt)
                .param("outcome", why.isEmpty() ? "SENT" : "FAILED")
                .param("why", why)
                .param("at", Objects.requireNonNull(EnquiryRepository.utc(at)))
                .update();
    }
}
