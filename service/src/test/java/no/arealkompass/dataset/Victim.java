package no.arealkompass.dataset;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A service of its own that imports a file and then waits, inside the transaction, to be killed. */
final class Victim {
    static final String READY = "stored, not committed";

    private static volatile boolean importing;

    private Victim() {}

    public static void main(String[] args) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(args[2]);
        pool.setUsername(args[3]);
        pool.setPassword(args[4]);
        if (args.length > 5) {
            deliver(Door.elsewhere(args[0], pool, WAITING), Path.of(args[1]));
        }
        Door.elsewhere(args[0], pool, Consequences.NONE)
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

    /** Waits in the second transaction of the delivery, that of its import. */
    private static final Consequences WAITING = new Consequences(
            (caller, version) -> {
                if (importing) {
                    waitToBeKilled();
                }
                return Followed.NOTHING;
            },
            (caller, ids) -> Map.of(),
            (caller, progress) -> {});

    private static void deliver(Door door, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            UUID id = door.deliveries
                    .receive(Door.ADMINISTRATOR, content, "second.geojson", Choices.of("areas", "plain", null))
                    .id();
            door.deliveries.await(Door.ADMINISTRATOR, id, Duration.ofSeconds(60));
            importing = true;
            door.deliveries.take(Door.ADMINISTRATOR, id);
            door.deliveries.await(Door.ADMINISTRATOR, id, Duration.ofSeconds(60));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
