package no.arealkompass.connection;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether the database is there. It listens on a connection of its own: when the server dies, the line goes dead in
 * the same moment, without anybody having asked. While it is away, it knocks five times a second.
 */
final class DatabaseWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final int LISTEN_MILLIS = 1000;
    private static final int PATIENCE_SECONDS = 3;
    private static final int KNOCK_MILLIS = 200;

    private final HikariDataSource pool;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean away;
    private volatile boolean started;

    DatabaseWatch(HikariDataSource pool) {
        this.pool = pool;
    }

    boolean away() {
        return away;
    }

    /** Begins to watch; before the first connection there is nothing to watch. */
    void start() {
        if (!started) {
            startOnce();
        }
    }

    private synchronized void startOnce() {
        if (!started && closed.getCount() > 0) {
            started = true;
            Thread.ofPlatform().name("database-watch").daemon().start(this::watch);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void watch() {
        while (!isClosed(0)) {
            try (var connection = connect()) {
                if (away) {
                    pool.getHikariPoolMXBean().softEvictConnections(); // what is left in the pool is dead
                    LOG.info("The database is back.");
                    away = false;
                }
                listen(connection);
            } catch (SQLException e) {
                gone(e);
            }
            isClosed(KNOCK_MILLIS);
        }
    }

    private void gone(SQLException e) {
        if (!away && !isClosed(0)) {
            away = true;
            LOG.warn("The database is away: {}", e.getMessage());
        }
    }

    /** Returns when the service ends; throws when the server does not answer. */
    private void listen(Connection connection) throws SQLException {
        var line = connection.unwrap(PGConnection.class);
        while (!isClosed(0)) {
            line.getNotifications(LISTEN_MILLIS);
            if (!connection.isValid(PATIENCE_SECONDS)) {
                throw new SQLException("no answer within " + PATIENCE_SECONDS + " s", "08006");
            }
        }
    }

    private Connection connect() throws SQLException {
        var how = new Properties();
        how.setProperty("user", String.valueOf(pool.getUsername()));
        how.setProperty("password", String.valueOf(pool.getPassword()));
        how.setProperty("connectTimeout", "2");
        how.setProperty("loginTimeout", "2");
        how.setProperty("tcpKeepAlive", "true");
        how.setProperty("ApplicationName", "arealkompass-watch");
        var connection = new Driver().connect(pool.getJdbcUrl(), how);
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL", "08001");
        }
        return connection;
    }

    private boolean isClosed(int waitMillis) {
        try {
            return closed.await(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
