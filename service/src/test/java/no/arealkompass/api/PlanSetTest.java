package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import no.arealkompass.PlanSetFiles;
import no.arealkompass.access.Caller;
import no.arealkompass.plan.NoSuchPlan;
import no.arealkompass.plan.PlanNote;
import no.arealkompass.plan.PlanVersion;
import no.arealkompass.plan.Plans;
import no.arealkompass.plancheck.AreaAccounts;
import no.arealkompass.plancheck.PlanChecks;
import no.arealkompass.plancheck.PlanDifferences;
import no.arealkompass.start.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Made-up plan sets with planted deviations of every kind, the whole way from files on a disk to the stored check: what was
 * planted is reported, with its exact area, and nothing else is. What to expect was written by the generator, which knows
 * rectangles and no PostGIS.
 */
@DirtiesContext
@TestPropertySource(properties = "areal.samples=false")
class PlanSetTest extends ServiceTest {
    private static final String STRATEGY = "kongsvingerregionen-2017";
    private static final Caller ALL = Caller.administrator("test");
    private static final long ASKED_OVER_HTTP = 2;
    private static final LocalDate MADE_FOR = LocalDate.of(2026, 11, 26);

    @Autowired
    private Commands commands;

    @Autowired
    private PlanChecks checks;

    @Autowired
    private Plans plans;

    @Autowired
    private AreaAccounts accounts;

    @Autowired
    private PlanDifferences differences;

    @TempDir
    Path folder;

    @Test
    void theSameSeedMakesTheSameBytesAndAnotherOneMovesThings() throws IOException {
        var one = PlanSetFiles.write(1, folder.resolve("one"));
        var again = PlanSetFiles.write(1, folder.resolve("again"));
        var other = PlanSetFiles.write(7, folder.resolve("other"));
        try (var files = Files.list(one)) {
            for (var file : files.toList()) {
                assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
        assertThat(Files.mismatch(one.resolve("expected.json"), other.resolve("expected.json")))
                .isNotNegative();
    }

    /** Odd seeds lack what the region must set aside; multiples of three have a plan in every municipality. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 6})
    void whatWasPlantedIsReportedAndNothingElse(long seed) {
        var expected = load(seed);
        var found = new PlanSetFindings();
        var topology = new PlanSetTopology(expected.path("topology"), found);
        var account = new PlanSetAccounts(accounts, ALL, found);
        expected.path("subjects").forEachEntry((subject, wanted) -> {
            var check = JSON.readTree(checks.latest(ALL, subject, STRATEGY).json());
            found.compare(subject, wanted, check);
            topology.compare(subject, check);
            compareNeighbours(subject, expected.path("neighbours").get(0), check, found);
            if (!wanted.path("plans").isEmpty()) {
                account.compare(subject, wanted);
            }
        });
        compareApplied(expected.path("applied"), found);
        account.compareChange("3414-201801@2", expected.path("change"));
        account.compareDifference(differences, expected.path("difference"));
        if (seed == ASKED_OVER_HTTP) {
            compareOverHttp(expected, found);
        }
        assertThat(found.differences()).isEmpty();
    }

    /** Everyone gets the same, but for what is not public. */
    private void compareOverHttp(JsonNode expected, PlanSetFindings found) {
        expected.path("subjects").forEachEntry((subject, wanted) -> {
            var path = "/api/plan-checks/latest?strategy=" + STRATEGY + "&subject="
                    + URLEncoder.encode(subject, StandardCharsets.UTF_8);
            if (subject.startsWith("3417-")) {
                assertThat(get(path).statusCode()).as(subject).isEqualTo(404);
                assertThatThrownBy(() -> checks.latest(Caller.PUBLIC, subject, STRATEGY))
                        .isInstanceOf(NoSuchPlan.class);
            } else {
                found.compare(subject, wanted, json(path));
            }
        });
    }

    /** Everything out, the set in through the command that an administrator uses. */
    private JsonNode load(long seed) {
        var tables = jdbc.sql("""
                select string_agg(format('%I', tablename), ', ') from pg_tables
                where schemaname = 'public' and tablename not in ('flyway_schema_history', 'spatial_ref_sys', 'strategy', 'trial_account', 'audit')
                """).query(String.class).single();
        jdbc.sql("truncate " + tables).update();
        var today = LocalDate.now(ZoneOffset.UTC);
        clock.setDay(String.valueOf(today.isBefore(MADE_FOR) ? MADE_FOR : today)); // deliveries are never from tomorrow
        var set = PlanSetFiles.write(seed, folder.resolve("set-" + seed));
        var said = new ByteArrayOutputStream();
        int code = commands.run(List.of("import", set.toString()), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).as("%s", said.toString(StandardCharsets.UTF_8)).isZero();
        try {
            return JSON.readTree(Files.readString(set.resolve("expected.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compareNeighbours(String subject, JsonNode pair, JsonNode check, PlanSetFindings found) {
        var neighbours = check.path("neighbours")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("samePurpose"))
                .toList();
        var counted = check.path("subject")
                .path("plans")
                .valueStream()
                .map(plan -> plan.path("plan").asString())
                .toList();
        boolean there = counted.contains(pair.path("plan").asString())
                || counted.contains(pair.path("otherPlan").asString());
        found.equal(subject + ": neighbours", neighbours.size(), there ? 1 : 0);
        for (var one : neighbours) {
            found.close(
                    subject + ": metres between neighbours",
                    one.path("distanceM").asDouble(),
                    pair.path("distanceM").asDouble(),
                    0.01);
        }
    }

    private void compareApplied(JsonNode expected, PlanSetFindings found) {
        expected.forEachEntry((date, wanted) -> {
            var on = date.equals("today")
                    ? LocalDate.ofInstant(clock.instant(), clock.getZone())
                    : LocalDate.parse(date);
            found.equal(
                    "applied on " + date,
                    plans.applied(ALL, on).stream()
                            .map(PlanSetTest::name)
                            .sorted()
                            .toList(),
                    wanted.valueStream().map(JsonNode::asString).sorted().toList());
        });
    }

    private static String name(PlanVersion version) {
        boolean uncertain = version.notes().stream().anyMatch(PlanNote::uncertain);
        return version.plan() + "@" + version.version() + (uncertain ? "?" : "");
    }
}
