package no.arealkompass.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.arealkompass.access.Scope;
import no.arealkompass.follow.CheckChange.Cause;
import no.arealkompass.follow.CheckChange.Change;
import no.arealkompass.follow.CheckChange.Counts;
import no.arealkompass.follow.CheckChange.FindingChange;
import no.arealkompass.follow.CheckChange.RuleChange;
import no.arealkompass.follow.CheckChange.Why;
import no.arealkompass.yaml.Text;
import org.junit.jupiter.api.Test;

/** The mail says what changed and why, in one language, and nothing from a plan becomes more than words in its text. */
class ChangeMailTest {
    private static final Token TOKEN = new Token("nøkkel");

    @Test
    void norwegianMailSaysWhatAndWhyAndWhereToSeeIt() {
        var mail = mail("nb", "3414-201803@2", "Kommuneplan for\r\nBcc: alle@verden.example");
        assertThat(mail.subject()).isEqualTo("Arealkompass: plansjekken er endret (2 nye avvik, 1 borte, 1 større)");
        assertThat(mail.body())
                .startsWith("Plansjekken av Kommuneplan for Bcc: alle@verden.example har endret seg.\n")
                .contains("Konklusjonen er nå: avviker (før: følger).")
                .contains("- ny versjon 2 av planen Kommuneplan (3414-201803), før 1")
                .contains("- PL10 Dyrket mark: avviker, før følger")
                .contains("- Større (12,3 → 15,1 daa): N12 tar 15,1 daa dyrket mark")
                .contains("https://areal.example/?v=1&tab=plan&sjekk=3414-201803%402")
                .contains("https://areal.example/api/plan-follows/unsubscribe?token=nøkkel")
                .doesNotContain("\r");
    }

    @Test
    void englishMailIsEnglishThroughout() {
        var mail = mail("en", "3414", "Nord-Odal");
        assertThat(mail.subject())
                .isEqualTo("Arealkompass: the plan check has changed (2 new deviations, 1 gone, 1 larger)");
        assertThat(mail.body())
                .contains("The verdict is now: deviates (before: follows).")
                .contains("- Larger (12.3 → 15.1 daa): N12 takes 15.1 daa of cultivated soil")
                .contains("lang=en&tab=plan&sjekk=3414\n")
                .doesNotContain("avvik", "før", "Hvorfor", "Slutt");
    }

    private static ChangeMail mail(String language, String subject, String name) {
        var change = new CheckChange(
                "a",
                "b",
                "2026-11-25T12:00:00Z",
                "2026-11-26T12:00:00Z",
                "follows",
                "deviates",
                new Counts(2, 1, 1, 0, 0, 0, 0),
                List.of(new Why(Cause.PLAN, "3414-201803", new Text("Kommuneplan", "Kommuneplan"), "1", "2")),
                List.of(new RuleChange("PL10", new Text("Dyrket mark", "Cultivated soil"), "follows", "deviates")),
                List.of(new FindingChange(
                        Change.GROWN,
                        "PL10/3414-201803/N12",
                        "PL10",
                        "deviation",
                        "deviation",
                        "should",
                        "daa",
                        12.3,
                        15.1,
                        new Text("N12 tar 15,1 daa dyrket mark", "N12 takes 15.1 daa of cultivated soil"))),
                0);
        var now = Instant.parse("2026-11-26T12:00:00Z");
        var follow = new Follow(UUID.randomUUID(), subject, "s", language, Scope.PUBLISHED, 1, "a@b.no", "admin", now);
        var seen = new Seen(2, subject, "s", Scope.PUBLISHED, UUID.randomUUID(), 1L, change, now);
        return new ChangeMail(follow, seen, name, "https://areal.example", TOKEN);
    }
}
