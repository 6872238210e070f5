package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.score.Attainment.Group;
import no.arealkompass.score.Attainment.Rule;
import no.arealkompass.score.Portfolio.Member;
import no.arealkompass.score.RunMembers.Members;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.SiteKind;
import no.arealkompass.strategy.Strategies;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.TestStrategies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** One constructed case for each outcome of a rule, and what would meet it. */
class AttainmentTest {
    private static final List<String> MUNICIPALITIES = List.of("3401", "3414", "3415", "3416");
    private static final Measured MISSING =
            new Measured(new NotCovered(Reason.NOT_STATED, Map.of()), List.of(), null, false);

    private Strategy strategy;
    private final List<Member> members = new ArrayList<>();

    @BeforeEach
    void read() throws Exception {
        strategy = Strategies.read("2017", TestStrategies.read("kongsvingerregionen-2017.yaml"));
    }

    /** A rule per municipality: kept, broken, undecided and nothing registered side by side. */
    @Test
    void everyMunicipalityHasItsOwnAnswer() {
        land("full", "3401", Map.of("C21", new Amount(3), "C22", new Amount(295), "C04", new Category("regulert")));
        land("price", "3414", Map.of("C21", new Amount(3), "C04", new Category("regulert")));
        land("one", "3415", Map.of("C21", new Amount(1), "C22", new Amount(200), "C04", new Category("regulert")));
        land("two", "3415", Map.of("C21", new Amount(0), "C22", new Amount(200), "C04", new Category("potensiell")));
        var groups = rule("C45").groups();
        assertThat(groups).extracting(Group::municipality).isEqualTo(MUNICIPALITIES);
        assertThat(groups).extracting(Group::outcome).containsExactly("kept", "notCheckable", "broken", "notCheckable");

        assertThat(groups.get(0).sites()).containsExactly("full");
        assertThat(groups.get(0).candidates()).isEmpty();

        // Only the price is not known, and any price will do.
        var price = groups.get(1).candidates().getFirst();
        assertThat(price.site()).isEqualTo("price");
        assertThat(price.conditions()).extracting(Shortfall.Checked::state).containsExactly("met", "unknown", "met");
        assertThat(price.conditions().get(1).needed()).isEqualTo(Shortfall.Needed.KNOWN);

        // The nearest first: it lacks one more of the three; the other lacks that and a plan.
        var broken = groups.get(2);
        assertThat(broken.candidates()).extracting(Shortfall.Candidate::site).containsExactly("one", "two");
        var utilities = broken.candidates().getFirst().conditions().getFirst();
        assertThat(utilities.state()).isEqualTo("failed");
        assertThat(utilities.found().value()).isEqualTo(1.0);
        assertThat(utilities.needed()).isEqualTo(new Shortfall.Needed("atLeast", 2.0, List.of()));
        assertThat(broken.candidates().get(1).conditions().get(2).needed().classes())
                .containsExactly("regulert", "underRegulering", "avsatt");

        // Nothing registered is not broken, and names nobody.
        assertThat(groups.get(3).looked()).isZero();
        assertThat(groups.get(3).candidates()).isEmpty();
    }

    @Test
    void aShareSaysHowManySitesItIsOf() {
        land("a", "3401", Map.of("C48", new Category("full")));
        land("b", "3401", Map.of("C48", new Category("delvis")));
        land("c", "3414", Map.of());
        var group = rule("C48-felles").groups().getFirst();
        assertThat(group.outcome()).isEqualTo("broken");
        assertThat(group.needed()).isEqualTo(3);
        assertThat(group.sites()).containsExactly("a");
        assertThat(group.candidates()).extracting(Shortfall.Candidate::site).containsExactly("c", "b");
        assertThat(group.candidates().get(1).conditions().getFirst().needed().classes())
                .containsExactly("full");
    }

    @Test
    void aSiteExcludedForAllThatCountsIsNotUsableAndComesLast() {
        land("far", "3401", Map.of("C01-stor", new Amount(120), "C06", new Amount(50)));
        var purposes = strategy.purposes().stream().map(p -> p.id()).toList();
        land("excluded", "3401", Map.of("C01-stor", new Amount(900), "C06", new Amount(50)), purposes);
        var group = rule("C46").groups().getFirst();
        assertThat(group.outcome()).isEqualTo("broken");
        assertThat(group.candidates()).extracting(Shortfall.Candidate::site).containsExactly("far", "excluded");
        assertThat(group.candidates().get(1).usable()).isFalse();
        assertThat(group.candidates().getFirst().conditions().getFirst().needed())
                .isEqualTo(new Shortfall.Needed("atLeast", 450.0, List.of()));
    }

    @Test
    void ofManyNearMissesTheNearestAreNamedAndTheRestCounted() {
        for (int i = 0; i < 33; i++) {
            land("s" + i, "3401", Map.of());
        }
        var group = rule("C48-felles").groups().getFirst();
        assertThat(group.candidates()).hasSize(20);
        assertThat(group.moreCandidates()).isEqualTo(13);
    }

    @Test
    void coverageCountsEverySiteOnceWhereItsLandLies() {
        land("a", "3401", Map.of());
        land("b", "3401", Map.of());
        members.add(
                new Member("t", SiteKind.TERMINAL, Map.of("3414", 0.9, "3401", 0.1), measured(Map.of()), List.of()));
        land("outside", "9999", Map.of());
        var coverage = attainment()
                .coverage(MUNICIPALITIES, Map.of("a", LocalDate.of(2020, 1, 1), "b", LocalDate.of(2024, 5, 6)));
        assertThat(coverage.shareAtLeast()).isEqualTo(0.5);
        var first = coverage.municipalities().getFirst();
        assertThat(first.land()).isEqualTo(2);
        assertThat(first.terminals()).isZero();
        assertThat(first.oldest()).isEqualTo("2020-01-01");
        assertThat(first.newest()).isEqualTo("2024-05-06");
        assertThat(coverage.municipalities().get(1).terminals()).isEqualTo(1);
        assertThat(coverage.municipalities().get(2).newest()).isNull();
        assertThat(coverage.notLoaded()).contains("veger", "jernbane").doesNotContain("kommuner");
    }

    /** What is meant to meet a rule does: with the named values known, the outcome becomes kept. */
    @Test
    void aSiteWithTheNamedValuesCarriesTheRule() {
        land("one", "3401", Map.of("C21", new Amount(1), "C22", new Amount(200), "C04", new Category("potensiell")));
        var lacks = rule("C45").groups().getFirst().candidates().getFirst();
        var mended = new HashMap<String, Measurement>(Map.of("C22", new Amount(200)));
        lacks.conditions().stream()
                .filter(one -> one.state().equals("failed"))
                .forEach(one -> mended.put(
                        one.criterion(),
                        one.needed().value() != null
                                ? new Amount(one.needed().value())
                                : new Category(one.needed().classes().getLast())));
        members.clear();
        land("one", "3401", mended);
        assertThat(rule("C45").groups().getFirst().outcome()).isEqualTo("kept");
    }

    private Rule rule(String id) {
        return attainment().rules().stream()
                .filter(rule -> rule.rule().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The run as it would be stored. */
    private Attainment attainment() {
        var portfolio = Portfolio.evaluate(strategy, members, MUNICIPALITIES).stream()
                .map(outcome -> RunDocument.rule(strategy, outcome))
                .toList();
        var run = RunDocument.write(Map.of("portfolio", portfolio, "datasets", List.of()));
        return new Attainment(strategy, JsonMapper.shared().readTree(run), new Members(List.of(), members));
    }

    private void land(String id, String municipality, Map<String, Measurement> found) {
        land(id, municipality, found, List.of());
    }

    private void land(String id, String municipality, Map<String, Measurement> found, List<String> excludedFor) {
        members.add(new Member(id, SiteKind.LAND, Map.of(municipality, 1.0), measured(found), excludedFor));
    }

    private Map<Metric, Measured> measured(Map<String, Measurement> found) {
        Map<Metric, Measured> measured = new LinkedHashMap<>();
        strategy.metrics().forEach(metric -> measured.put(metric, MISSING));
        found.forEach((criterion, value) ->
                measured.put(strategy.criterion(criterion).metric(), new Measured(value, List.of(), null, false)));
        return measured;
    }
}
