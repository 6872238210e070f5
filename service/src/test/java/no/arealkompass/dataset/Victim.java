package no.arealkompass.dataset;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;

/** A service of its own that imports a file and then waits, inside the transaction, to be killed. */
final class Victim {
    static final String READY = "stored, not committed";

    private Victim() {}

    public static void main(String[] args) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(args[2]);
        pool.setUsername(args[3]);
        pool.setPassword(args[4]);
        Door.elsewhere(args[0], pool)
                .datasets
                .importFile(
                        Door.ADMINISTRATOR,
                        "areas",
                        "plain",
                        Path.of(args[1]),
                        Optional.empty(),
                        Progress.NONE,
                        version -> waitToBeKilled());
    }

    private static void waitToBeKilled() {
        System.out.println(READY);
        System.out.flush();
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
