package no.arealkompass;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import no.arealkompass.access.ReachDataSource;
import no.arealkompass.cluster.Cluster;
import org.flywaydb.core.Flyway;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real PostGIS for tests: one throw-away cluster per JVM, one migrated database per caller, copied from a template.
 *
 * <p>Plain test: {@code static final TestDatabase DATABASE = TestDatabase.create();} then {@link #dataSource()}. With
 * Spring: {@code @DynamicPropertySource static void use(DynamicPropertyRegistry properties) {
 * DATABASE.register(properties); }}.
 */
public final class TestDatabase {
    private static final String TEMPLATE = "template_areal";
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Cluster CLUSTER = startCluster();

    private final String name;
    private final HikariDataSource dataSource;
    private final HikariDataSource service;

    private TestDatabase(String name) {
        this.name = name;
        dataSource = pool(owner(), ownerPassword());
        service = pool(user(), password());
    }

    private HikariDataSource pool(String user, String password) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url());
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(6);
        return new HikariDataSource(pool);
    }

    /** A database of its own with the extensions and the migrated, empty schema. */
    public static TestDatabase create() {
        String name = "test_" + COUNTER.incrementAndGet();
        CLUSTER.sql("postgres", "create database %s template %s owner %s;".formatted(name, TEMPLATE, Cluster.ROLE));
        return new TestDatabase(name);
    }

    /** An empty database with the schema in another storage CRS, as a region in another zone has it. */
    public static TestDatabase create(int srid) {
        String name = "test_" + COUNTER.incrementAndGet();
        CLUSTER.database(name);
        migrate(CLUSTER, name, srid);
        return new TestDatabase(name);
    }

    /** A small pool of the owner's connections to this database: sees and may everything. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** A small pool of the service's connections, as the service has it: what they see is what the caller may see. */
    public DataSource service() {
        return new ReachDataSource(service);
    }

    public String url() {
        return CLUSTER.url(name);
    }

    /** The role that owns the tables. */
    public String owner() {
        return Cluster.ROLE;
    }

    public String ownerPassword() {
        return CLUSTER.password();
    }

    /** The role the service logs in as. */
    public String user() {
        return Cluster.SERVICE_ROLE;
    }

    public String password() {
        return CLUSTER.servicePassword();
    }

    /** Points a Spring test at this database. */
    public void register(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", this::url);
        properties.add("spring.datasource.username", this::user);
        properties.add("spring.datasource.password", this::password);
        properties.add("spring.flyway.user", this::owner);
        properties.add("spring.flyway.password", this::ownerPassword);
        properties.add("spring.datasource.hikari.minimum-idle", () -> 0);
        properties.add("spring.datasource.hikari.maximum-pool-size", () -> 6);
    }

    /** The cluster stays in the build folder, so that the next run only starts it; `clean` removes it. */
    private static Cluster startCluster() {
        Path home = buildFolder().resolve("test-db-" + System.getProperty("surefire.forkNumber", "1"));
        Cluster cluster = Cluster.throwAway(home);
        cluster.start();
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop));
        cluster.sql("postgres", """
                select format('drop database %I with (force)', datname) from pg_database
                  where datname like 'test\\_%' or datname = 'template_areal' \\gexec
                """);
        cluster.database(TEMPLATE);
        migrate(cluster, TEMPLATE, 25833);
        return cluster;
    }

    private static void migrate(Cluster cluster, String database, int srid) {
        Flyway.configure()
                .dataSource(cluster.url(database), Cluster.ROLE, cluster.password())
                .locations("classpath:db/migration")
                .placeholders(Map.of("srid", String.valueOf(srid), "app", Cluster.SERVICE_ROLE))
                .load()
                .migrate();
    }

    /** The folder {@code target} of this module, wherever the test was started. */
    public static Path buildFolder() {
        try {
            return Path.of(TestDatabase.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
