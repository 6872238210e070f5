package no.arealkompass.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrialAccountRepository {
    private final JdbcClient jdbc;

    TrialAccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TrialAccounts.Account> find(String name) {
        return jdbc.sql("select name, password_hash, role, municipalities from trial_account where name = :name")
                .param("name", name)
                .query((row, i) -> new TrialAccounts.Account(
                        row.getString("name"),
                        row.getString("password_hash"),
                        Role.valueOf(row.getString("role")),
                        Set.of((String[]) row.getArray("municipalities").getArray())))
                .optional();
    }

    /** False when another start of the service was quicker. */
    boolean create(String name, String hash) {
        return jdbc.sql("insert into trial_account (name, password_hash) values (:name, :hash) on conflict do nothing")
                        .param("name", name)
                        .param("hash", hash)
                        .update()
                == 1;
    }
}
