package no.arealkompass.connection;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, with two manners added: who asks while the database is away is told at once, and every connection comes with
 * the time-out of the present thread's {@link Work}.
 */
final class PatientDataSource extends DelegatingDataSource {
    /** How long one waits for a connection when all are in use. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** A server that is gone without a word: the line is dead this long after the statement should have ended. */
    private static final Duration LINE = Duration.ofSeconds(5);

    private final DatabaseWatch watch;
    private final Map<Connection, Work> present = Collections.synchronizedMap(new WeakHashMap<>());

    PatientDataSource(DataSource pool, DatabaseWatch watch) {
        super(pool);
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long until = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            if (watch.away()) {
                throw new SQLTransientConnectionException("The database is away", "08001");
            }
            try {
                return inTime(super.getConnection());
            } catch (SQLTransientConnectionException e) {
                // The pool's own wait is short (application.yaml), so that this loop hears of a database that is away.
                if (System.nanoTime() > until) {
                    throw new SQLTransientConnectionException("No connection is free", "53300", e);
                }
            }
        }
    }

    private Connection inTime(Connection connection) throws SQLException {
        try {
            watch.start();
            var work = Work.present();
            var line = (Connection) connection.unwrap(PGConnection.class);
            line.setNetworkTimeout(
                    Runnable::run, (int) work.statement().plus(LINE).toMillis());
            if (present.get(line) != work) {
                try (var statement = line.createStatement()) {
                    statement.execute(
                            "set statement_timeout = " + work.statement().toMillis());
                }
                present.put(line, work);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The pool inside whatever lies round it. */
    static HikariDataSource pool(DataSource source) throws SQLException {
        return source.unwrap(HikariDataSource.class);
    }
}
