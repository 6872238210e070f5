package no.arealkompass.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import no.arealkompass.TestDatabase;
import no.arealkompass.access.Caller;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The import door put together by hand on a database of its own, with or without the region's own descriptions. */
final class Door {
    static final Caller ADMINISTRATOR = Caller.administrator("test");
    static final ImportLimits LIMITS = new ImportLimits(
            50_000_000,
            3_000_000_000L,
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            500_000_000,
            20_000_000,
            1_000_000,
            10_000);

    /** Short waits, and addresses of this machine: the publisher of the tests is one of them. */
    static final FetchLimits FETCHING = new FetchLimits(
            Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "areal-test-fetched-" + ProcessHandle.current().pid()),
            4,
            Duration.ofMillis(20),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            true);

    final TestDatabase database;
    final JdbcClient db;
    final Datasets datasets;

    private Door(TestDatabase database, String gisData, ImportLimits limits, Confinement.Kind kind) {
        this.database = database;
        this.db = JdbcClient.create(database.dataSource());
        this.datasets = datasets(gisData, database.dataSource(), limits, kind);
    }

    static Datasets datasets(String gisData, DataSource source, ImportLimits limits, Confinement.Kind kind) {
        JsonMapper json = JsonMapper.builder().build();
        JdbcClient db = JdbcClient.create(source);
        Catalogue catalogue = new Catalogue(new PathMatchingResourcePatternResolver(), gisData, "kongsvingerregionen");
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        VersionRepository versions = new VersionRepository(db, json);
        StagingRepository staging = new StagingRepository(db, json);
        ImportRepository imports = new ImportRepository(db, json);
        ForeignFiles files = new ForeignFiles(new Gdal(new Confinement(kind, limits), limits), limits);
        return new Datasets(
                catalogue,
                versions,
                new FeatureRepository(db),
                imports,
                new Importer(catalogue, files, limits, staging, versions, imports, transaction, json),
                new Deriver(catalogue, versions, staging, new RoadTravelRepository(db), transaction, json),
                new Fetcher(FETCHING),
                new GapRepository(db));
    }

    /** The same database under descriptions that have changed. */
    Door restarted(Path gisData) {
        return new Door(database, gisData.toString(), LIMITS, Confinement.Kind.BWRAP);
    }

    /** With the descriptions of the region as they are shipped. */
    static Door shipped() {
        return new Door(TestDatabase.create(), "classpath:/gis-data/", LIMITS, Confinement.Kind.BWRAP);
    }

    /** With the small descriptions that {@link TestData} writes into a folder. */
    static Door on(Path gisData) {
        return on(gisData, LIMITS);
    }

    static Door on(Path gisData, ImportLimits limits) {
        return new Door(TestDatabase.create(), gisData.toString(), limits, Confinement.Kind.BWRAP);
    }

    static Door inContainer(Path gisData) {
        return new Door(TestDatabase.create(), gisData.toString(), LIMITS, Confinement.Kind.CONTAINER);
    }

    ImportReport take(String dataset, String source, Path file) {
        return take(dataset, source, file, Optional.empty(), version -> {});
    }

    ImportReport take(
            String dataset, String source, Path file, Optional<String> crs, Consumer<ImportedVersion> inTransaction) {
        return datasets.importFile(ADMINISTRATOR, dataset, source, file, crs, Progress.NONE, inTransaction);
    }

    List<ImportIssue> issues(ImportReport report) {
        return datasets.issues(ADMINISTRATOR, report.id());
    }

    /** The codes of the issues, in order. */
    List<String> codes(ImportReport report) {
        return issues(report).stream().map(ImportIssue::code).toList();
    }

    int count(String table) {
        return db.sql("select count(*) from " + table).query(Integer.class).single();
    }

    static Path write(Path folder, String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
