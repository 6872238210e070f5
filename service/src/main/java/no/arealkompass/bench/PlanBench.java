package no.arealkompass.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import no.arealkompass.plan.Plans;
import no.arealkompass.plancheck.AreaAccount;
import no.arealkompass.plancheck.AreaAccounts;
import no.arealkompass.plancheck.PlanChecks;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What checking plans costs: the whole check of a region, its area account and the faults of its drawing, beside plain SQL
 * for the areas alone, straight from the tables, whose answers must be the same.
 */
@Component
class PlanBench {
    /** The document writes areas to a hundredth of a square metre; ten times that is the promise. */
    private static final double TOLERANCE_M2 = 0.1;

    private static final double IGNORED_BELOW_M2 = 100;
    private static final double DAA = 1000;
    private static final Map<String, String> THEMES =
            Map.of("PL10", "dyrketmark", "PL11", "myr", "PL12", "flomsoner", "PL13", "naturvern");

    private final PlanRegionBench region;
    private final PlanChecks checks;
    private final AreaAccounts accounts;
    private final Plans plans;
    private final JsonMapper json;

    PlanBench(PlanRegionBench region, PlanChecks checks, AreaAccounts accounts, Plans plans, JsonMapper json) {
        this.region = region;
        this.checks = checks;
        this.accounts = accounts;
        this.plans = plans;
        this.json = json;
    }

    /** One answer and the wall-clock times it took. */
    private record Timed<T>(T answer, List<Double> seconds) {
        double median() {
            return seconds.stream().sorted().toList().get(seconds.size() / 2);
        }

        void print(String name, PrintStream out) {
            out.printf(Locale.ROOT, "%-46s %8.2f s%n", name, median());
        }
    }

    private static <T> Timed<T> time(int repeat, Runnable before, Supplier<T> work) {
        List<Double> seconds = new ArrayList<>();
        T answer = null;
        for (int i = 0; i < repeat; i++) {
            before.run();
            long start = System.nanoTime();
            answer = work.get();
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        return new Timed<>(Objects.requireNonNull(answer), seconds);
    }

    /** Makes the plans, prints the figures, and answers whether all areas agree. */
    boolean run(Options options, PrintStream out) {
        out.printf("%nMaking plans …%n");
        region.make(options);
        out.println(region.size());
        out.printf("seconds, medians of %d%n", options.repeat());
        var caller = PlanRegionBench.OPERATOR;
        var check = time(
                options.repeat(),
                region::forgetChecks,
                () -> checks.latest(caller, "region", PlanRegionBench.STRATEGY).json());
        check.print("check of the region", out);
        time(options.repeat(), region::forgetChecks, () -> checks.latest(caller, "3401", PlanRegionBench.STRATEGY))
                .print("check of one municipality", out);
        time(options.repeat(), () -> {}, () -> plans.topology(caller, plans.subject(caller, "region")))
                .print("faults of drawing", out);
        var account = time(1, () -> {}, () -> accounts.account(caller, "region")); // calculated once per state
        account.print("area account of the region, once", out);
        var plainTaken = time(options.repeat(), () -> {}, () -> region.answers("plans_taken"));
        plainTaken.print("plain SQL: four themes in business zones", out);
        var plainAccount = time(options.repeat(), () -> {}, () -> region.answers("plans_account"));
        plainAccount.print("plain SQL: purpose by land type", out);
        double taken = apart(taken(check.answer()), plainTaken.answer(), IGNORED_BELOW_M2);
        double cells = apart(cells(account.answer()), plainAccount.answer(), TOLERANCE_M2);
        out.printf(Locale.ROOT, "largest difference %.1e m² in zones, %.1e m² in the account%n", taken, cells);
        return taken <= TOLERANCE_M2 && cells <= TOLERANCE_M2;
    }

    private Map<String, Double> taken(String check) {
        Map<String, Double> taken = new HashMap<>();
        json.readTree(check).path("findings").forEach(finding -> {
            var theme = THEMES.get(finding.path("rule").asString());
            if (theme != null && finding.path("amount").isNumber()) {
                taken.put(
                        finding.path("plan").asString() + " "
                                + finding.path("zone").asString() + " " + theme,
                        finding.path("amount").asDouble() * DAA);
            }
        });
        return taken;
    }

    private static Map<String, Double> cells(AreaAccount account) {
        var columns = account.themes().stream()
                .filter(theme -> theme.id().equals("ar5"))
                .findFirst()
                .orElseThrow()
                .columns();
        Map<String, Double> cells = new HashMap<>();
        account.scopes().getFirst().tables().stream()
                .filter(table -> table.theme().equals("ar5"))
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.code() != null)
                .forEach(row -> {
                    for (int i = 0; i < columns.size(); i++) {
                        cells.put(
                                row.code() + " " + columns.get(i).id(),
                                row.cellsM2().get(i));
                    }
                });
        return cells;
    }

    /** The largest difference; what one side has and the other has not must be smaller than {@code none}. */
    private static double apart(Map<String, Double> service, Map<String, Double> plain, double none) {
        double apart = 0;
        Map<String, Double> all = new HashMap<>(plain);
        service.forEach(all::putIfAbsent);
        for (var key : all.keySet()) {
            Double a = service.get(key);
            Double b = plain.get(key);
            if (a != null && b != null) {
                apart = Math.max(apart, Math.abs(a - b));
            } else if (all.getOrDefault(key, 0.0) >= none) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return apart;
    }
}
