package no.arealkompass.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.CorrectionFault;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.DeliveryRefused;
import no.arealkompass.plan.NoSuchPlan;
import no.arealkompass.saved.NoSuchView;
import no.arealkompass.scenario.ScenarioFault;
import no.arealkompass.score.NoSuchRun;
import no.arealkompass.site.DraftFault;
import no.arealkompass.site.NoSuchSite;
import no.arealkompass.site.ShapeFault;
import no.arealkompass.site.SiteConflict;
import no.arealkompass.site.SiteFault;
import no.arealkompass.site.SiteNotValid;
import no.arealkompass.wish.WishFault;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The one place where what went wrong becomes an RFC 9457 answer, in the caller's language, with a remedy. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Datasets datasets;

    Problems(Datasets datasets) {
        this.datasets = datasets;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noSuchSite(NoSuchSite e, Locale locale) {
        return answer(
                404,
                "no-such-site",
                locale,
                new Said("Fant ikke området", "Site not found"),
                new Said(
                        "Det finnes ikke noe publisert område med id «" + e.id() + "».",
                        "There is no published site with id '" + e.id() + "'."),
                new Said("Se listen på /api/sites.", "See the list at /api/sites."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noSuchRun(NoSuchRun e, Locale locale) {
        return answer(
                404,
                "no-such-run",
                locale,
                new Said("Fant ikke kjøringen", "Run not found"),
                new Said("Det finnes ikke «" + e.what() + "».", "There is no '" + e.what() + "'."),
                new Said("Se listen på /api/runs.", "See the list at /api/runs."));
    }

    /** The same words whether it never was or is not for this caller. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> noSuchPlan(NoSuchPlan e, Locale locale) {
        return answer(
                404,
                "no-such-plan",
                locale,
                new Said("Fant ikke planen", "Plan not found"),
                new Said(
                        "Det finnes ingen slik plan eller kommune her.", "There is no such plan or municipality here."),
                new Said(
                        "Se listen på /api/plans. Et emne skrives region, 3414, 3414~ eller 3414-201803@2.",
                        "See the list at /api/plans. A subject is written region, 3414, 3414~ or 3414-201803@2."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wish(WishFault e, Locale locale) {
        return answer(
                400,
                "wish-fault",
                locale,
                new Said("Kravlisten kan ikke besvares", "The requirement list cannot be answered"),
                new Said(e.what().nb(), e.what().en()),
                new Said(e.remedy().nb(), e.remedy().en()));
    }

    /** The same words whether it never was, is withdrawn, or is not for this caller. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> noSuchView(NoSuchView e, Locale locale) {
        return answer(
                404,
                "no-such-view",
                locale,
                new Said("Fant ikke det lagrede", "Saved view not found"),
                new Said("Det er ikke noe å åpne på denne adressen.", "There is nothing to open at this address."),
                new Said(
                        "Se etter om adressen er hel, logg inn, eller spør den som delte den.",
                        "Check that the address is whole, log in, or ask whoever shared it."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> deliveryRefused(DeliveryRefused e, Locale locale) {
        int status = switch (e.why()) {
            case UNKNOWN -> 404;
            case NOT_NOW -> 409;
            case TOO_LARGE -> 413;
            case BAD_CHOICE -> 422;
            case TOO_MANY -> 429;
        };
        return answer(
                status,
                "delivery-" + e.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                locale,
                new Said("Leveransen kan ikke behandles slik", "That cannot be done with the delivery"),
                new Said(e.message().nb(), e.message().en()),
                new Said(e.remedy().nb(), e.remedy().en()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> correction(CorrectionFault e, Locale locale) {
        int status = switch (e.code()) {
            case NO_SUCH_CORRECTION -> 404;
            case WITHDRAWN -> 409;
            case NOT_VALID -> 422;
        };
        return answer(
                status,
                "correction-" + e.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                locale,
                new Said("Rettelsen er ikke utført", "The correction was not made"),
                new Said(e.what().nb(), e.what().en()),
                new Said(e.remedy().nb(), e.remedy().en()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> scenario(ScenarioFault e, Locale locale) {
        int status = switch (e.code()) {
            case NO_SUCH_SCENARIO, NO_SUCH_WORK -> 404;
            case CHANGED_MEANWHILE, WORK_IN_USE -> 409;
            case NOT_VALID -> 422;
        };
        var first = e.problems().getFirst();
        var answer = answer(
                status,
                "scenario-" + e.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                locale,
                status == 404
                        ? new Said("Fant ikke scenarioet eller tiltaket", "Scenario or work not found")
                        : new Said("Scenarioet er ikke endret", "The scenario was not changed"),
                said(first, first.what()),
                new Said(first.remedy().nb(), first.remedy().en()));
        body(answer)
                .setProperty(
                        "faults",
                        e.problems().stream()
                                .map(p -> new ScenariosController.Fault(
                                        p.object(),
                                        p.place(),
                                        new Said(p.what().nb(), p.what().en()).in(locale),
                                        new Said(p.remedy().nb(), p.remedy().en()).in(locale)))
                                .toList());
        return answer;
    }

    private static Said said(ScenarioFault.Problem problem, Text what) {
        var object = problem.object().isEmpty() ? "" : problem.object() + ": ";
        return new Said(object + what.nb(), object + what.en());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refusal(Refusal e, Locale locale) {
        return answer(
                e.status(),
                "http-" + e.status(),
                locale,
                title(HttpStatusCode.valueOf(e.status())),
                e.what(),
                e.remedy());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> siteFault(SiteFault e, Locale locale) {
        var answer = answer(
                422,
                "site-fault",
                locale,
                new Said("Leveransen er avvist", "The delivery is refused"),
                new Said(
                        e.problems().size() + " feil i områdene. Ingenting er lagret.",
                        e.problems().size() + " fault(s) in the sites. Nothing is stored."),
                new Said("Rett feilene i filen og importer på nytt.", "Mend the faults in the file and import again."));
        var violations = e.problems().stream()
                .map(p -> Map.of("object", p.site(), "detail", new Said(p.nb(), p.en()).in(locale)))
                .toList();
        body(answer).setProperty("violations", violations);
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> shapeFault(ShapeFault e, Locale locale) {
        var faults = faults(e.faults(), locale);
        var answer = answer(
                422,
                "shape-fault",
                locale,
                new Said("Formen kan ikke brukes", "The shape cannot be used"),
                new Said(e.first().message().nb(), e.first().message().en()),
                new Said(e.first().remedy().nb(), e.first().remedy().en()));
        body(answer).setProperty("faults", faults);
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> siteNotValid(SiteNotValid e, Locale locale) {
        var blocking = e.faults().stream().filter(DraftFault::blocking).count();
        var answer = answer(
                422,
                "site-not-valid",
                locale,
                new Said("Området kan ikke lagres", "The site cannot be saved"),
                new Said(blocking + " feil. Ingenting er lagret.", blocking + " fault(s). Nothing is stored."),
                new Said("Rett feilene i listen og lagre på nytt.", "Mend the faults in the list and save again."));
        body(answer).setProperty("faults", faults(e.faults(), locale));
        return answer;
    }

    static List<SitesController.Fault> faults(List<DraftFault> faults, Locale locale) {
        return faults.stream()
                .map(f -> new SitesController.Fault(
                        f.code(),
                        f.field(),
                        f.place() == null
                                ? null
                                : List.of(f.place().longitude(), f.place().latitude()),
                        f.blocking(),
                        new Said(f.message().nb(), f.message().en()).in(locale),
                        new Said(f.remedy().nb(), f.remedy().en()).in(locale)))
                .toList();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> siteConflict(SiteConflict e, Locale locale) {
        var answer = answer(
                412,
                "site-changed",
                locale,
                new Said("Noen andre var først", "Somebody else was first"),
                new Said(
                        "«" + e.site() + "» er nå i versjon " + e.version() + ". Ingenting er lagret.",
                        "'" + e.site() + "' is now at version " + e.version() + ". Nothing is stored."),
                new Said(
                        "Hent området på nytt, se hva som er endret, og gjør endringen en gang til.",
                        "Read the site again, see what has changed, and make your change once more."));
        body(answer).setProperty("version", e.version());
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDenied e, Locale locale) {
        boolean known =
                !(SecurityContextHolder.getContext().getAuthentication() instanceof AnonymousAuthenticationToken);
        return answer(
                known ? 403 : 401,
                "access-denied",
                locale,
                new Said("Ingen adgang", "No access"),
                e.elsewhere().isEmpty()
                        ? new Said("Dette krever en annen rolle.", "This needs another role.")
                        : new Said(
                                "Dette hører til " + named(e) + ", og du handler ikke for alt av det.",
                                "This belongs to " + named(e) + ", and you do not act for all of it."),
                e.elsewhere().isEmpty()
                        ? new Said("Logg inn med en konto som har rollen.", "Log in with an account that has the role.")
                        : new Said(
                                "Be en planlegger der, eller regionens administrator, om å gjøre det.",
                                "Ask a planner there, or the region's administrator, to do it."));
    }

    /** The municipalities of a refusal as people know them: "Kongsvinger (3401)". */
    private String named(AccessDenied e) {
        return datasets.region(Caller.PUBLIC).municipalities().stream()
                .filter(m -> e.elsewhere().contains(m.number()))
                .map(m -> m.name() + " (" + m.number() + ")")
                .reduce((one, other) -> one + ", " + other)
                .orElse(e.elsewhere());
    }

    /** The database is away: say so at once, and when to try again. */
    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    ResponseEntity<ProblemDetail> databaseAway(Exception e, Locale locale) {
        LOG.warn("Database away: {}", e.getMessage());
        var answer = answer(
                503,
                "database-away",
                locale,
                new Said("Databasen svarer ikke", "The database does not answer"),
                new Said("Tjenesten får ikke kontakt med databasen.", "The service cannot reach its database."),
                new Said("Prøv igjen om noen sekunder.", "Try again in a few seconds."));
        return ResponseEntity.status(503)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(answer));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e, Locale locale) {
        LOG.error("Unexpected", e);
        return answer(
                500,
                "unexpected",
                locale,
                new Said("Uventet feil", "Unexpected fault"),
                new Said("Tjenesten klarte ikke å svare.", "The service could not answer."),
                new Said("Prøv igjen; meld fra hvis det gjentar seg.", "Try again; report it if it happens again."));
    }

    /** What Spring itself refuses: unknown address, wrong method, wrong type of parameter. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var locale = RequestContextUtils.getLocale(((ServletWebRequest) request).getRequest());
        var problem = body(answer(
                status.value(),
                "http-" + status.value(),
                locale,
                title(status),
                new Said("Forespørselen kunne ikke besvares.", "The request could not be answered."),
                new Said(
                        "Se /v3/api-docs for adresser og parametre.",
                        "See /v3/api-docs for addresses and parameters.")));
        if (body instanceof ProblemDetail given && given.getDetail() != null && status.is4xxClientError()) {
            problem.setProperty("cause", given.getDetail());
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Said title(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> new Said("Krever innlogging", "Login needed");
            case 403 -> new Said("Ingen adgang", "No access");
            case 404 -> new Said("Finnes ikke", "Not found");
            case 405 -> new Said("Metoden er ikke tillatt her", "Method not allowed here");
            case 406 -> new Said("Formatet finnes ikke", "No such representation");
            case 413 -> new Said("Filen er for stor", "The file is too large");
            case 415 -> new Said("Innholdstypen støttes ikke", "Content type not supported");
            default ->
                new Said(
                        "Ugyldig forespørsel",
                        HttpStatus.valueOf(status.value()).getReasonPhrase());
        };
    }

    static ResponseEntity<ProblemDetail> answer(
            int status, String type, Locale locale, Said title, Said detail, Said remedy) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), detail.in(locale));
        problem.setType(URI.create("urn:arealkompass:problem:" + type));
        problem.setTitle(title.in(locale));
        problem.setProperty("remedy", remedy.in(locale));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage().equals("en") ? "en" : "nb")
                .body(problem);
    }

    static ProblemDetail body(ResponseEntity<ProblemDetail> answer) {
        return java.util.Objects.requireNonNull(answer.getBody());
    }
}
