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
import no.arealkompass.access.TestAudit;
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

    static final Repairer.Budget BUDGET =
            new Repairer.Budget(200, 10_000, 200_000, 1_000_000_000L, Duration.ofSeconds(20));
    static final Path SPOOL = Path.of(System.getProperty("java.io.tmpdir"), "areal-test-spool");

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

    final PlannedLayers planned;
    final Deliveries deliveries;
    final DeliveryWork work;

    private Door(TestDatabase database, String gisData, ImportLimits limits, Confinement.Kind kind) {
        this(database, database.dataSource(), gisData, limits, kind, Consequences.NONE);
    }

    /** A door like that of a service of its own: the work goes on in it as in any other on the same database. */
    Door(
            TestDatabase database,
            DataSource source,
            String gisData,
            ImportLimits limits,
            Confinement.Kind kind,
            Consequences consequences) {
        this.database = database;
        JsonMapper json = JsonMapper.builder().build();
        db = JdbcClient.create(source);
        Catalogue catalogue = new Catalogue(new PathMatchingResourcePatternResolver(), gisData, "kongsvingerregionen");
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        VersionRepository versions = new VersionRepository(db, json);
        StagingRepository staging = new StagingRepository(db, json);
        ImportRepository imports = new ImportRepository(db);
        IssueRepository issues = new IssueRepository(db, json);
        LookRepository looking = new LookRepository(db, json, transactions);
        Confinement confinement = new Confinement(kind, limits);
        ForeignFiles files = new ForeignFiles(new Gdal(confinement, limits), limits);
        RepairDesk repairs = new RepairDesk(catalogue, looking, new Repairer(confinement, limits, BUDGET));
        PlanDesk plans = new PlanDesk(catalogue, new DeliveredPlanRepository(db, json));
        Examiner examiner = new Examiner(catalogue, limits, staging, looking, repairs, plans, json);
        Importer importer = new Importer(
                catalogue,
                files,
                new Chooser(catalogue, plans),
                examiner,
                limits,
                staging,
                versions,
                imports,
                issues,
                plans,
                transaction,
                json,
                TestAudit.in(db));
        Deriver deriver = new Deriver(catalogue, versions, staging, new RoadTravelRepository(db), transaction, json);
        datasets = new Datasets(
                catalogue,
                versions,
                new FeatureRepository(db),
                imports,
                issues,
                importer,
                deriver,
                new Fetcher(FETCHING),
                new GapRepository(db),
                staging);
        planned =
                new PlannedLayers(catalogue, versions, staging, new PlannedRepository(db), deriver, transaction, json);
        DeliveryRepository delivered = new DeliveryRepository(db, json);
        Spool spool = new Spool(SPOOL, limits);
        work = new DeliveryWork(importer, delivered, issues, spool, consequences, transaction, 2);
        deliveries = new Deliveries(catalogue, spool, delivered, issues, staging, work, 20, Duration.ofHours(1));
    }

    /** The region as it is shipped. */
    static Region region() {
        return new Catalogue(new PathMatchingResourcePatternResolver(), "classpath:/gis-data/", "kongsvingerregionen")
                .region();
    }

    /** The same database under descriptions that have changed. */
    Door restarted(Path gisData) {
        return new Door(database, gisData.toString(), LIMITS, Confinement.Kind.BWRAP);
    }

    /** Another service on the same database. */
    Door with(Path gisData, Consequences consequences) {
        return new Door(
                database, database.dataSource(), gisData.toString(), LIMITS, Confinement.Kind.BWRAP, consequences);
    }

    /** In a process of its own, on a database that somebody else made. */
    static Door elsewhere(String gisData, DataSource source, Consequences consequences) {
        return new Door(null, source, gisData, LIMITS, Confinement.Kind.BWRAP, consequences);
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
