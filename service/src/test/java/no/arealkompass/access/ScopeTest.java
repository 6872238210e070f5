package no.arealkompass.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How far stored results look, and who sees as far. */
class ScopeTest {
    private static final List<Scope> SCOPES = Stream.of(
                    "PUBLISHED",
                    "PUBLISHED+3414",
                    "INTERNAL",
                    "INTERNAL+3414",
                    "INTERNAL+3415",
                    "INTERNAL+3414+3415",
                    "ALL")
            .map(Scope::read)
            .toList();

    @Test
    void aKeyIsReadAsItIsWrittenInOneOrder() {
        SCOPES.forEach(scope -> {
            assertThat(Scope.read(scope.key())).isEqualTo(scope);
            assertThat(Scope.read(scope.code())).isEqualTo(scope);
        });
        assertThat(new Scope(false, true, Set.of("3415", "3414", "3401")).key()).isEqualTo("INTERNAL+3401+3414+3415");
        for (var wrong : List.of("", "all ", "INTERNAL+", "INTERNAL+341", "INTERNAL,3414", "ALL+3414", "3414")) {
            assertThatThrownBy(() -> Scope.read(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void everyoneSeesAsFarAsTheirRoleAndMunicipalities() {
        assertThat(Scope.of(Caller.PUBLIC)).isEqualTo(Scope.PUBLISHED);
        assertThat(Scope.of(Caller.recipient("link/1", Set.of("a"))).key()).isEqualTo("PUBLISHED");
        assertThat(Scope.of(new Caller("r", Role.RECRUITER, Set.of("3414"))).key())
                .isEqualTo("INTERNAL");
        assertThat(Scope.of(new Caller("c", Role.CASE_OFFICER, Set.of("3414"))).key())
                .isEqualTo("INTERNAL+3414");
        assertThat(Scope.of(new Caller("p", Role.PLANNER, Set.of("3415", "3414")))
                        .key())
                .isEqualTo("INTERNAL+3414+3415");
        assertThat(Scope.of(Caller.machine("k", Set.of("3414"), Set.of(Operation.READ_PUBLISHED)))
                        .key())
                .isEqualTo("PUBLISHED");
        assertThat(Scope.of(Caller.machine("k", Set.of("3414"), Set.of(Operation.READ_OWN)))
                        .key())
                .isEqualTo("PUBLISHED+3414");
        assertThat(Scope.of(Caller.administrator("a"))).isEqualTo(Scope.ALL);
    }

    @Test
    void theReaderOfAScopeSeesExactlyThatFar() {
        SCOPES.forEach(scope -> assertThat(Scope.of(scope.reader())).isEqualTo(scope));
    }

    @Test
    void whatLooksNoFurtherIsWithinAndWhatBothSeeIsWithinBoth() {
        for (var one : SCOPES) {
            assertThat(Scope.PUBLISHED.within(one)).isTrue();
            assertThat(one.within(Scope.ALL)).isTrue();
            assertThat(one.within(one)).isTrue();
            for (var other : SCOPES) {
                assertThat(one.and(other).within(one)).isTrue();
                assertThat(one.and(other)).isEqualTo(other.and(one));
                assertThat(one.within(other)).isEqualTo(one.and(other).equals(one));
            }
        }
        assertThat(Scope.read("INTERNAL").within(Scope.read("PUBLISHED+3414"))).isFalse();
        assertThat(Scope.read("INTERNAL+3414").within(Scope.read("INTERNAL+3415")))
                .isFalse();
        assertThat(Scope.ALL.within(Scope.read("INTERNAL+3414+3415"))).isFalse();
    }

    @Test
    void theNarrowestScopeSeesTheSameAndNothingInItIsOfNoUse() {
        var draftIn3414 = Map.of("a", Set.of("PUBLISHED"), "b", Set.of("3414"));
        assertThat(narrowest("INTERNAL+3414+3415", draftIn3414)).isEqualTo("INTERNAL+3414");
        assertThat(narrowest("INTERNAL+3415", draftIn3414)).isEqualTo("PUBLISHED");
        assertThat(narrowest("ALL", draftIn3414)).isEqualTo("ALL");
        var internal = Map.of("a", Set.of("INTERNAL"));
        assertThat(narrowest("INTERNAL+3414", internal)).isEqualTo("INTERNAL");
        assertThat(narrowest("ALL", internal)).isEqualTo("INTERNAL");
        assertThat(narrowest("PUBLISHED", internal)).isEqualTo("PUBLISHED");
        var shared = Map.of("a", Set.of("3414", "3415"));
        assertThat(narrowest("INTERNAL+3414+3415", shared)).isEqualTo("INTERNAL+3415");
    }

    /** @param things by name, who sees them: PUBLISHED, INTERNAL, or municipalities */
    private static String narrowest(String scope, Map<String, Set<String>> things) {
        return Scope.read(scope)
                .narrowest(one -> things.entrySet().stream()
                        .filter(thing -> sees(one, Objects.requireNonNull(thing.getValue())))
                        .map(Map.Entry::getKey)
                        .collect(java.util.stream.Collectors.toCollection(TreeSet::new)))
                .key();
    }

    private static boolean sees(Scope scope, Set<String> who) {
        return scope.everything()
                || who.contains("PUBLISHED")
                || (scope.internal() && who.contains("INTERNAL"))
                || who.stream().anyMatch(scope.municipalities()::contains);
    }
}
