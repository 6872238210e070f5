package no.arealkompass.api;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.arealkompass.access.Caller;
import no.arealkompass.plancheck.AreaAccount;
import no.arealkompass.plancheck.AreaAccounts;
import no.arealkompass.plancheck.PlanDifference;
import no.arealkompass.plancheck.PlanDifference.Zone;
import no.arealkompass.plancheck.PlanDifferences;
import tools.jackson.databind.JsonNode;

/** Holds area accounts and the difference between two versions against what a plan set expects. */
final class PlanSetAccounts {
    private final AreaAccounts accounts;
    private final Caller caller;
    private final PlanSetFindings found;

    PlanSetAccounts(AreaAccounts accounts, Caller caller, PlanSetFindings found) {
        this.accounts = accounts;
        this.caller = caller;
        this.found = found;
    }

    /** Purpose against AR5, each zone for itself; the union, calculated in another way, differs by what overlaps. */
    void compare(String subject, JsonNode wanted) {
        var account = accounts.account(caller, subject);
        var sums = account.scopes().getFirst().sums();
        found.close(subject + ": zones", sums.zonesM2(), wanted.path("zonesM2").asDouble(), 0.1);
        found.close(subject + ": union", sums.unionM2(), wanted.path("unionM2").asDouble(), 0.1);
        var want = new TreeMap<String, Double>();
        wanted.path("purposes")
                .forEachEntry((code, of) -> of.forEachEntry((type, m2) -> want.put(code + " " + type, m2.asDouble())));
        found.sameAreas(subject + ": account", cells(account), want);
    }

    private static Map<String, Double> cells(AreaAccount account) {
        var columns = account.themes().stream()
                .filter(theme -> theme.id().equals("ar5"))
                .findFirst()
                .orElseThrow()
                .columns();
        var table = account.scopes().getFirst().tables().stream()
                .filter(one -> one.theme().equals("ar5"))
                .findFirst()
                .orElseThrow();
        var cells = new TreeMap<String, Double>();
        for (var row : table.rows()) {
            for (int i = 0; row.code() != null && i < columns.size(); i++) {
                String type = columns.get(i).id().replace("notCovered", "");
                if (row.cellsM2().get(i) != 0) {
                    cells.put(row.code() + " " + type, row.cellsM2().get(i));
                }
            }
        }
        return cells;
    }

    /** Business land before and after, every square metre once. */
    void compareChange(String subject, JsonNode wanted) {
        var change = accounts.account(caller, subject).scopes().getFirst().change();
        Map.of(
                        "nowM2", change.nowM2(),
                        "earlierM2", change.earlierM2(),
                        "continuedM2", change.continuedM2(),
                        "addedM2", change.addedM2(),
                        "removedM2", change.removedM2())
                .forEach((key, m2) ->
                        found.close("change " + key, m2, wanted.path(key).asDouble(), 0.1));
    }

    /** Every zone that changed, by its id; LNFR, which gives and takes the ground, by its areas only. */
    void compareDifference(PlanDifferences differences, JsonNode wanted) {
        var difference = differences.difference(caller, "3414-201801", 1, 2);
        var changes = new TreeMap<String, PlanDifference.Change>();
        difference
                .changes()
                .forEach(change -> Stream.concat(change.before().stream(), change.after().stream())
                        .map(Zone::zone)
                        .distinct()
                        .forEach(zone -> changes.put(zone, change)));
        var want = new TreeMap<String, JsonNode>();
        wanted.forEach(one -> want.put(one.path("zone").asString(), one));
        found.equal("difference: zones", changes.keySet(), want.keySet());
        want.forEach((zone, one) -> {
            var change = changes.get(zone);
            if (change == null) {
                return;
            }
            found.close(
                    "difference before " + zone,
                    change.beforeM2(),
                    one.path("areaBeforeM2").asDouble(),
                    0.1);
            found.close(
                    "difference after " + zone,
                    change.afterM2(),
                    one.path("areaAfterM2").asDouble(),
                    0.1);
            var kind = PlanDifference.Kind.valueOf(one.path("kind").asString());
            if (!zone.equals("L01") && !change.kinds().contains(kind)) {
                found.equal("difference of " + zone, change.kinds(), Objects.toString(kind));
            }
        });
    }
}
