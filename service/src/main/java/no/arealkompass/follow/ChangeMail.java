package no.arealkompass.follow;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import no.arealkompass.follow.CheckChange.Change;
import no.arealkompass.follow.CheckChange.FindingChange;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/** The words of the mail about one change, in the follower's language. Pure. */
final class ChangeMail {
    /** Lines of a list in a mail; the page has the rest. */
    private static final int MOST_LINES = 15;

    private final Follow follow;
    private final CheckChange change;
    private final String name;
    private final String page;
    private final Token token;

    /**
     * @param name what is followed, as the check calls it
     * @param page address of the page without a slash at the end; may be empty
     */
    ChangeMail(Follow follow, Seen seen, String name, String page, Token token) {
        this.follow = follow;
        this.change = Objects.requireNonNull(seen.changes());
        this.name = name;
        this.page = page;
        this.token = token;
    }

    /** Our own words only: nothing of a plan gets near a header. */
    String subject() {
        return filled(
                new Text("Arealkompass: plansjekken er endret (%s)", "Arealkompass: the plan check has changed (%s)"),
                counts());
    }

    String body() {
        return Stream.of(
                        filled(
                                new Text("Plansjekken av %s har endret seg.", "The plan check of %s has changed."),
                                plain(name)),
                        verdict(),
                        counts().substring(0, 1).toUpperCase(locale()) + counts().substring(1) + ".",
                        list(
                                new Text("Hvorfor:", "Why:"),
                                change.why().stream().map(this::why).toList()),
                        list(
                                new Text("Regler som slår ut annerledes:", "Rules that come out otherwise:"),
                                change.rules().stream().map(this::rule).toList()),
                        list(new Text("Funn:", "Findings:"), findings()),
                        filled(
                                new Text("Kart, tabell og kilder: %s", "Map, table and sources: %s"),
                                page + "/?v=1&" + (english() ? "lang=en&" : "") + "tab=plan&sjekk="
                                        + encoded(follow.subject())),
                        filled(
                                new Text(
                                        "Vil du ikke ha flere slike meldinger? Slutt å følge her: %s",
                                        "No more of these? Stop following here: %s"),
                                page + "/api/plan-follows/unsubscribe?token=" + token.text()
                                        + (english() ? "&lang=en" : "")),
                        filled(new Text(
                                "Denne meldingen er sendt automatisk til deg som følger planen.",
                                "This was sent by itself to you who follow the plan.")))
                .filter(part -> !part.isEmpty())
                .collect(joining("\n\n", "", "\n"));
    }

    private String verdict() {
        return change.verdictBefore().equals(change.verdictAfter())
                ? ""
                : filled(
                        new Text("Konklusjonen er nå: %s (før: %s).", "The verdict is now: %s (before: %s)."),
                        outcome(change.verdictAfter()),
                        outcome(change.verdictBefore()));
    }

    /** "2 nye avvik, 1 borte, 3 større" */
    private String counts() {
        var c = change.counts();
        var parts = new ArrayList<String>();
        add(
                parts,
                c.came(),
                new Text("%s nytt avvik", "%s new deviation"),
                new Text("%s nye avvik", "%s new deviations"));
        add(parts, c.gone(), new Text("%s borte", "%s gone"), null);
        add(parts, c.grown(), new Text("%s større", "%s larger"), null);
        add(parts, c.shrunk(), new Text("%s mindre", "%s smaller"), null);
        add(parts, c.turned(), new Text("%s av et annet slag", "%s of another kind"), null);
        add(
                parts,
                c.undecidedCame(),
                new Text("%s nytt som ikke kan avgjøres", "%s new that cannot be decided"),
                new Text("%s nye som ikke kan avgjøres", "%s new that cannot be decided"));
        add(parts, c.undecidedGone(), new Text("%s uavgjort borte", "%s undecided gone"), null);
        return parts.isEmpty() ? filled(new Text("ingen nye avvik", "no new deviations")) : String.join(", ", parts);
    }

    private void add(List<String> parts, int n, Text one, @Nullable Text many) {
        if (n > 0) {
            parts.add(filled(n == 1 || many == null ? one : many, n));
        }
    }

    private String why(CheckChange.Why why) {
        var name = plain(in(why.name()));
        var from = String.valueOf(why.from());
        var to = String.valueOf(why.to());
        return switch (why.cause()) {
            case PLAN -> plan(why, name, from, to);
            case STAGE ->
                filled(
                        new Text("planen %s (%s) har fått et annet planstadium", "plan %s (%s) is at another stage"),
                        name,
                        why.id());
            case DATASET -> filled(new Text("nye data: %s", "new data: %s"), name);
            case STRATEGY ->
                filled(
                        new Text("strategien er nå versjon %s, før %s", "the strategy is now version %s, before %s"),
                        to,
                        from);
            case RUN ->
                filled(new Text(
                        "områdene eller opplysningene om dem er endret",
                        "the sites or the facts about them have changed"));
            case SOFTWARE ->
                filled(
                        new Text(
                                "Arealkompass regner med versjon %s, før %s",
                                "Arealkompass reckons with version %s, before %s"),
                        to,
                        from);
        };
    }

    private String plan(CheckChange.Why why, String name, String from, String to) {
        if (why.from() == null) {
            return filled(new Text("planen %s (%s) er kommet til", "plan %s (%s) is new"), name, why.id());
        }
        if (why.to() == null) {
            return filled(new Text("planen %s (%s) er ikke med lenger", "plan %s (%s) is gone"), name, why.id());
        }
        return filled(
                new Text("ny versjon %s av planen %s (%s), før %s", "new version %s of plan %s (%s), before %s"),
                to,
                name,
                why.id(),
                from);
    }

    private String rule(CheckChange.RuleChange rule) {
        return filled(
                new Text("%s %s: %s, før %s", "%s %s: %s, before %s"),
                plain(rule.id()),
                plain(in(rule.name())),
                outcome(rule.after()),
                outcome(rule.before()));
    }

    private List<String> findings() {
        return change.findings().stream().map(this::finding).toList();
    }

    private String finding(FindingChange f) {
        var what = switch (f.change()) {
            case CAME -> new Text("Nytt", "New");
            case GONE -> new Text("Borte", "Gone");
            case GROWN -> new Text("Større", "Larger");
            case SHRUNK -> new Text("Mindre", "Smaller");
            case TURNED -> new Text("Annet slag", "Another kind");
        };
        boolean both = f.change() == Change.GROWN || f.change() == Change.SHRUNK;
        return in(what)
                + (both
                        ? " (" + number(f.amountBefore()) + " → " + number(f.amountAfter()) + " " + unit(f.unit()) + ")"
                        : "")
                + ": " + plain(in(f.sentence()));
    }

    private String list(Text title, List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        var more = lines.size() > MOST_LINES
                ? "\n"
                        + filled(
                                new Text("… og %s til på siden", "… and %s more on the page"),
                                lines.size() - MOST_LINES)
                : "";
        return in(title) + "\n"
                + lines.stream().limit(MOST_LINES).map(line -> "- " + line).collect(joining("\n")) + more;
    }

    private String outcome(@Nullable String outcome) {
        return in(
                switch (String.valueOf(outcome)) {
                    case "follows" -> new Text("følger", "follows");
                    case "deviates" -> new Text("avviker", "deviates");
                    case "undecided" -> new Text("kan ikke avgjøres", "cannot be decided");
                    default -> new Text("ikke med", "not there");
                });
    }

    private String unit(String unit) {
        return switch (unit) {
            case "share", "count" -> "";
            case "points" -> in(new Text("poeng", "points"));
            default -> unit;
        };
    }

    private String number(@Nullable Double amount) {
        if (amount == null) {
            return "?";
        }
        var format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }

    private boolean english() {
        return follow.language().equals("en");
    }

    private Locale locale() {
        return english() ? Locale.UK : Locale.of("nb", "NO");
    }

    private String filled(Text pattern, Object... args) {
        return in(pattern.filled(args));
    }

    private String in(Text text) {
        return english() ? text.en() : text.nb();
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }

    /** Names come from files: one line of text, whatever was in them. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
