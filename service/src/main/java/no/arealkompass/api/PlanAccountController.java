package no.arealkompass.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Region.Municipality;
import no.arealkompass.plancheck.AreaAccount;
import no.arealkompass.plancheck.AreaAccountCsv;
import no.arealkompass.plancheck.AreaAccounts;
import no.arealkompass.plancheck.PlanChecks;
import no.arealkompass.plancheck.PlanDifference;
import no.arealkompass.plancheck.PlanDifferenceChecks;
import no.arealkompass.plancheck.PlanDifferences;
import no.arealkompass.score.NoSuchRun;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Area accounts of plans, and the difference between two versions of a plan. Readable as the plans themselves are. */
@RestController
@RequestMapping("/api/plans")
class PlanAccountController {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=utf-8");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,5}");
    private static final int LONGEST = 120;

    /** @param checks what it does to each rule; null without a strategy, or while nothing is judged by it */
    record Difference(PlanDifference difference, @Nullable PlanDifferenceChecks checks) {}

    private final AreaAccounts accounts;
    private final PlanDifferences differences;
    private final PlanChecks checks;
    private final Datasets datasets;

    PlanAccountController(AreaAccounts accounts, PlanDifferences differences, PlanChecks checks, Datasets datasets) {
        this.accounts = accounts;
        this.differences = differences;
        this.checks = checks;
        this.datasets = datasets;
    }

    /**
     * The area account of a subject; areas in m².
     *
     * @param subject {@code region}, {@code 3414}, either with {@code ~}, or {@code 3414-201803@2}
     */
    @GetMapping(path = "/account", produces = MediaType.APPLICATION_JSON_VALUE, params = "format!=csv")
    ResponseEntity<AreaAccount> account(Caller caller, @RequestParam String subject) {
        return ResponseEntity.ok().cacheControl(fresh()).body(accounts.account(caller, bounded(subject)));
    }

    @GetMapping(path = "/account", produces = "text/csv")
    ResponseEntity<byte[]> table(Caller caller, @RequestParam String subject, Locale locale) {
        return csv(caller, subject, locale);
    }

    /** The same for links, which cannot say what they accept. */
    @GetMapping(path = "/account", params = "format=csv")
    ResponseEntity<byte[]> file(
            Caller caller, @RequestParam String subject, @RequestParam @Nullable String lang, Locale locale) {
        return csv(caller, subject, lang == null ? locale : Locale.of(lang.equals("en") ? "en" : "nb"));
    }

    private ResponseEntity<byte[]> csv(Caller caller, String subject, Locale locale) {
        var account = accounts.account(caller, bounded(subject));
        var names = datasets.region(caller).municipalities().stream()
                .collect(Collectors.toMap(Municipality::number, Municipality::name));
        var text = new AreaAccountCsv(account, names, !locale.getLanguage().equals("en")).write();
        var name = "arealregnskap-" + subject.replaceAll("[^\\w-]", "-") + ".csv";
        return ResponseEntity.ok()
                .cacheControl(fresh())
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What is different between two versions of a plan; areas in m². With a strategy also what that does to its rules: the
     * two checks are those of {@code /api/plan-checks/latest}, made when they are missing.
     *
     * @param plan municipality number and plan identification, such as {@code 3414-201803}
     * @param from number of the earlier version
     * @param to number of the later one
     */
    @GetMapping(path = "/difference", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Difference> difference(
            Caller caller,
            @RequestParam String plan,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam @Nullable String strategy) {
        int before = version(from);
        int after = version(to);
        if (before == after) {
            throw new Refusal(
                    400,
                    new Said("Versjonen er sammenlignet med seg selv.", "The version is compared with itself."),
                    new Said("Velg to ulike versjoner.", "Choose two different versions."));
        }
        return ResponseEntity.ok()
                .cacheControl(fresh())
                .body(new Difference(
                        differences.difference(caller, bounded(plan), before, after),
                        strategy == null ? null : checks(caller, plan, before, after, bounded(strategy))));
    }

    /** Null while nothing is judged by the strategy: the ground can be compared all the same. */
    private @Nullable PlanDifferenceChecks checks(Caller caller, String plan, int before, int after, String strategy) {
        try {
            return PlanDifferenceChecks.of(
                    checks.latest(caller, plan + "@" + before, strategy).json(),
                    checks.latest(caller, plan + "@" + after, strategy).json());
        } catch (NoSuchRun e) {
            return null;
        }
    }

    private static int version(String text) {
        if (!VERSION.matcher(text).matches()) {
            throw new Refusal(
                    400,
                    new Said("Versjonen er ikke et tall fra 1.", "The version is no number from 1."),
                    new Said("Se versjonene på /api/plans.", "See the versions at /api/plans."));
        }
        return Integer.parseInt(text);
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new Refusal(
                    400,
                    new Said("Navnet er for langt.", "The name is too long."),
                    new Said(
                            "Skriv høyst " + LONGEST + " tegn, for eksempel 3414-201803@2.",
                            "Write at most " + LONGEST + " characters, such as 3414-201803@2."));
        }
        return text;
    }

    /** Plans and data may come in at any time, and who asks decides what is seen. */
    private static CacheControl fresh() {
        return CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate();
    }
}
