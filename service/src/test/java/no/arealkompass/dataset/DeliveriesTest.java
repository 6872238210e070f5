package no.arealkompass.dataset;

import static no.arealkompass.dataset.TestData.collection;
import static no.arealkompass.dataset.TestData.crs;
import static no.arealkompass.dataset.TestData.feature;
import static no.arealkompass.dataset.TestData.polygon;
import static no.arealkompass.dataset.TestData.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Delivery.State;
import no.arealkompass.dataset.DeliveryRefused.Why;
import no.arealkompass.dataset.Examination.Candidate;
import no.arealkompass.dataset.Examination.Question;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries: examined without a trace, asked about, imported as examined, and never left half-done. */
class DeliveriesTest {
    @TempDir
    static Path folder;

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.on(TestData.descriptions(folder));
    }

    private static Delivery deliver(Door at, String name, String content, Choices choices) {
        Delivery delivery = at.deliveries.receive(
                Door.ADMINISTRATOR, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), name, choices);
        return at.deliveries.await(Door.ADMINISTRATOR, delivery.id(), Duration.ofSeconds(60));
    }

    private static Delivery deliver(String content, Choices choices) {
        return deliver(door, "fil.geojson", content, choices);
    }

    private static Examination found(Delivery delivery) {
        assertThat(delivery.examination()).as("%s", delivery).isNotNull();
        return java.util.Objects.requireNonNull(delivery.examination());
    }

    private static List<String> codes(Delivery delivery) {
        return door.deliveries.issues(Door.ADMINISTRATOR, delivery.id()).stream()
                .map(ImportIssue::code)
                .toList();
    }

    private static Delivery take(Door at, Delivery delivery) {
        at.deliveries.take(Door.ADMINISTRATOR, delivery.id());
        return at.deliveries.await(Door.ADMINISTRATOR, delivery.id(), Duration.ofSeconds(60));
    }

    private static final Choices AREAS = Choices.of("areas", "plain", null);

    @Test
    void examiningLeavesNoTraceAndTheSameFileTwiceIsOneVersion() {
        String file = collection(feature("a", "bog", "1", square(12, 60.2, 0.01)));
        int versions = door.count("dataset_version");
        Delivery delivery = deliver(file, AREAS);
        assertThat(delivery.state()).as("%s", delivery).isEqualTo(State.READY);
        assertThat(door.count("dataset_version")).isEqualTo(versions);
        assertThat(found(delivery).objects().areaM2()).isCloseTo(616_000, within(3000.0));
        assertThat(found(delivery).mapping())
                .extracting(Examination.Mapped::property, Examination.Mapped::field, Examination.Mapped::sample)
                .contains(org.assertj.core.groups.Tuple.tuple("kind", "kind", List.of("bog")));
        Delivery imported = take(door, delivery);
        assertThat(imported.state()).isEqualTo(State.IMPORTED);
        assertThat(Files.exists(Door.SPOOL.resolve(delivery.id().toString())))
                .as("the spooled file is gone")
                .isFalse();
        Delivery again = deliver(file, AREAS);
        assertThat(codes(again)).contains("SAME_AS_IN_USE");
        Delivery unchanged = take(door, again);
        assertThat(door.datasets
                        .importReport(Door.ADMINISTRATOR, java.util.Objects.requireNonNull(unchanged.importId()))
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(door.count("dataset_version")).isEqualTo(versions + 1);
    }

    @Test
    void whatItIsForIsFoundByItsFieldsOrAsked() {
        Delivery clear = deliver(collection(feature("a", "bog", "1", square(12, 60.2, 0.01))), Choices.NONE);
        assertThat(clear.state()).isEqualTo(State.ASKING);
        assertThat(found(clear).questions()).containsExactly(Question.DATASET);
        assertThat(found(clear).suggestions())
                .as("five test datasets have the same fields")
                .extracting(Examination.Suggestion::dataset)
                .contains("areas", "points");
        assertThat(found(clear).layers().getFirst().objects().byType()).isEqualTo(Map.of("POLYGON", 1));
        Delivery answered = door.deliveries.choose(Door.ADMINISTRATOR, clear.id(), AREAS);
        answered = door.deliveries.await(Door.ADMINISTRATOR, answered.id(), Duration.ofSeconds(60));
        assertThat(answered.state()).isEqualTo(State.READY);
    }

    @Test
    void anImplausibleCrsIsAskedAboutAndNeverStamped() {
        // Zone 32 read as 33: the file says 25833, the numbers are 25832.
        String file = collection(List.of(feature("a", "bog", "1", square(660_000, 6_680_000, 500))), crs("EPSG:25833"));
        Delivery delivery = deliver(file, AREAS);
        assertThat(delivery.state()).isEqualTo(State.ASKING);
        assertThat(found(delivery).questions()).containsExactly(Question.CRS);
        assertThat(found(delivery).crs().stated()).isEqualTo("EPSG:25833");
        Candidate best = found(delivery).crs().candidates().getFirst();
        assertThat(best.crs()).isEqualTo("EPSG:25832");
        assertThat(best.inRegion()).isEqualTo(1);
        assertThat(door.deliveries.objects(Door.ADMINISTRATOR, delivery.id(), "EPSG:25832"))
                .contains("Polygon");
        assertThatThrownBy(() -> door.deliveries.take(Door.ADMINISTRATOR, delivery.id()))
                .isInstanceOfSatisfying(
                        DeliveryRefused.class, e -> assertThat(e.why()).isEqualTo(Why.NOT_NOW));
        door.deliveries.choose(Door.ADMINISTRATOR, delivery.id(), Choices.of("areas", "plain", "EPSG:25832"));
        Delivery answered = door.deliveries.await(Door.ADMINISTRATOR, delivery.id(), Duration.ofSeconds(60));
        assertThat(answered.state()).as("%s", answered).isEqualTo(State.READY);
        assertThat(found(answered).crs().how()).isEqualTo(ImportReport.CrsHow.CALLER_AGAINST_FILE);
    }

    @Test
    void northFirstIsAChoiceThatIsWrittenInTheReport() {
        String file = collection(List.of(feature("a", "bog", "1", square(6_680_000, 330_000, 500))), crs("EPSG:25833"));
        Delivery delivery = deliver(file, AREAS);
        assertThat(found(delivery).crs().candidates().getFirst().crs()).isEqualTo("EPSG:25833 NE");
        door.deliveries.choose(Door.ADMINISTRATOR, delivery.id(), Choices.of("areas", "plain", "EPSG:25833 NE"));
        Delivery answered = door.deliveries.await(Door.ADMINISTRATOR, delivery.id(), Duration.ofSeconds(60));
        assertThat(answered.state()).as("%s", codes(answered)).isEqualTo(State.READY);
        assertThat(codes(answered)).contains("NORTH_FIRST");
        assertThat(found(answered).crs().used()).isEqualTo("EPSG:25833 NE");
    }

    /** Half of a national file lies outside; that alone is no reason to doubt it. */
    @Test
    void someObjectsOutsideAreNoQuestion() {
        Delivery delivery = deliver(
                collection(
                        feature("a", "bog", "1", square(12, 60.2, 0.01)),
                        feature("b", "bog", "1", square(5.3, 60.4, 0.01)),
                        feature("c", "bog", "1", square(10.4, 63.4, 0.01))),
                AREAS);
        assertThat(delivery.state()).isEqualTo(State.READY);
        assertThat(found(delivery).objects().inRegion()).isEqualTo(1);
    }

    @Test
    void fieldsAreMappedByChoiceAndTheChoiceStaysWithTheVersion() {
        String file =
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"navn\":\"æ\",\"slag\":\"myr\",\"id\":\"x\"},\"geometry\":"
                        + square(12.1, 60.2, 0.01) + "}]}";
        Delivery delivery = deliver(file, AREAS);
        assertThat(delivery.state()).isEqualTo(State.REFUSED);
        assertThat(codes(delivery)).contains("FIELD_MISSING");
        assertThat(found(delivery).unusedFields()).containsExactlyInAnyOrder("navn", "slag");
        Choices mapped = new Choices("areas", "plain", null, null, Map.of("kind", "slag"), null, null);
        door.deliveries.choose(Door.ADMINISTRATOR, delivery.id(), mapped);
        Delivery ready = door.deliveries.await(Door.ADMINISTRATOR, delivery.id(), Duration.ofSeconds(60));
        assertThat(ready.state()).as("%s", codes(ready)).isEqualTo(State.READY);
        take(door, ready);
        DatasetVersion version = door.datasets.inUse(Caller.PUBLIC, "areas").orElseThrow();
        assertThat(version.source().mapping().get("kind").from()).isEqualTo("slag");
    }

    @Test
    void everyFaultHasItsPlaceInTheFileAlsoWithoutACrs() {
        String file = collection(
                List.of(feature("a", "bog", "1", polygon(0, 0, 10, 10, 10, 0, 0, 10, 0, 0))), crs("no such system"));
        Delivery delivery = deliver(file, Choices.NONE);
        assertThat(delivery.state()).isEqualTo(State.ASKING);
        ImportIssue issue = door.deliveries.issues(Door.ADMINISTRATOR, delivery.id()).stream()
                .filter(i -> i.code().equals("INVALID"))
                .findFirst()
                .orElseThrow();
        assertThat(issue.place()).isNull();
        assertThat(issue.filePlace()).isEqualTo(new ImportIssue.FilePlace(5, 5));
        assertThat(issue.message().nb()).contains("krysser seg selv");
        assertThat(issue.remedy().en()).contains("no edges cross");
    }

    @Test
    void oneCallerHasNotTooManyAndWhatExpiresIsRemoved() {
        Door small = Door.on(TestData.descriptions(folder));
        List<Delivery> open = new ArrayList<>();
        String file = collection(feature("a", "bog", "1", square(12, 60.2, 0.01)));
        for (int i = 0; i < 20; i++) {
            open.add(deliver(small, "æ.geojson", file, AREAS));
        }
        assertThatThrownBy(() -> deliver(small, "for mye.geojson", file, AREAS))
                .isInstanceOfSatisfying(
                        DeliveryRefused.class, e -> assertThat(e.why()).isEqualTo(Why.TOO_MANY));
        small.db
                .sql("update delivery set expires_at = now() - interval '1 second'")
                .update();
        small.work.sweep();
        assertThat(small.count("delivery")).isZero();
        assertThat(small.count("delivery_issue")).isZero();
        assertThat(open).noneMatch(d -> Files.exists(Door.SPOOL.resolve(d.id().toString())));
    }

    @Test
    void thePublicMayNothing() {
        assertThatThrownBy(() -> door.deliveries.all(Caller.PUBLIC)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> door.deliveries.receive(
                        Caller.PUBLIC, new ByteArrayInputStream(new byte[0]), "x", Choices.NONE))
                .isInstanceOf(AccessDenied.class);
    }

    /** The database drops every connection in the middle of the import: it is done again, once. */
    @Test
    void theDatabaseIsRestartedMidway() {
        AtomicBoolean first = new AtomicBoolean(true);
        Consequences interrupting = new Consequences(
                (caller, version) -> {
                    if (version.choices().layer() == null && importing() && first.getAndSet(false)) {
                        terminateAll();
                    }
                    return Followed.NOTHING;
                },
                (caller, ids) -> Map.of(),
                (caller, progress) -> {});
        Door other = door.with(folder, interrupting);
        int versions = door.count("dataset_version");
        Delivery delivery =
                deliver(other, "fil.geojson", collection(feature("r", "bog", "1", square(12.3, 60.3, 0.01))), AREAS);
        assertThat(delivery.state()).isEqualTo(State.READY);
        Delivery imported = take(other, delivery);
        assertThat(first).as("the connection was cut").isFalse();
        assertThat(imported.state()).isEqualTo(State.IMPORTED);
        assertThat(door.count("dataset_version")).isEqualTo(versions + 1);
    }

    private static boolean importing() {
        return door.db
                .sql("select exists (select from delivery where state = 'IMPORTING')")
                .query(Boolean.class)
                .single();
    }

    private static void terminateAll() {
        try (Connection other = DriverManager.getConnection(
                        door.database.url(), door.database.owner(), door.database.ownerPassword());
                Statement kill = other.createStatement()) {
            kill.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                    + " and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
