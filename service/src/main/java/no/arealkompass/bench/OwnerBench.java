package no.arealkompass.bench;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The database as its owner has it: the benchmark empties and fills tables, and its rivals know no row policies. */
@Component
class OwnerBench {
    private final DriverManagerDataSource owner;

    OwnerBench(
            @Value("${spring.datasource.url:}") String url,
            @Value("${spring.flyway.user:}") String user,
            @Value("${spring.flyway.password:}") String password) {
        owner = new DriverManagerDataSource(url, user, password);
    }

    JdbcClient db() {
        return JdbcClient.create(owner);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(owner));
    }
}
