package no.arealkompass.api;

import java.util.Locale;
import no.arealkompass.access.AccountFault;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What cannot be done with an account or a key, in words. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccountProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(AccountFault e, Locale locale) {
        int status = switch (e.code()) {
            case UNKNOWN -> 404;
            case TAKEN, LAST_ADMINISTRATOR, PROVIDER -> 409;
            default -> 422;
        };
        return Problems.answer(
                status,
                "account-" + e.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                locale,
                new Said("Kontoen eller nøkkelen er ikke endret", "The account or key was not changed"),
                what(e.code()),
                remedy(e.code()));
    }

    private static Said what(AccountFault.Code code) {
        return switch (code) {
            case UNKNOWN -> new Said("Det finnes ingen slik konto eller nøkkel.", "There is no such account or key.");
            case TAKEN -> new Said("Navnet er i bruk.", "The name is taken.");
            case NAME -> new Said("Navnet kan ikke brukes.", "The name cannot be used.");
            case ROLE -> new Said("Rollen kan ikke gis til en person.", "A person cannot have this role.");
            case MUNICIPALITY ->
                new Said(
                        "Kommunen finnes ikke i regionen, eller er ikke en av dine.",
                        "The municipality is not in the region, or not one of yours.");
            case LAST_ADMINISTRATOR ->
                new Said("Dette er den siste administratoren.", "This is the last administrator.");
            case PROVIDER ->
                new Said(
                        "Personer og roller styres i organisasjonens innloggingstjeneste.",
                        "Persons and roles are managed in the organisation's login service.");
            case LABEL -> new Said("Nøkkelen mangler et navn.", "The key has no label.");
            case SCOPE -> new Said("Nøkkelen kan ikke gis dette.", "The key cannot be allowed this.");
            case EXPIRY -> new Said("Utløpsdatoen kan ikke brukes.", "The last day cannot be used.");
        };
    }

    private static Said remedy(AccountFault.Code code) {
        return switch (code) {
            case UNKNOWN -> new Said("Last listen på nytt.", "Read the list again.");
            case TAKEN -> new Said("Velg et annet navn.", "Choose another name.");
            case NAME ->
                new Said(
                        "Bruk 2 til 40 små bokstaver a–z, sifre, punktum og bindestrek.",
                        "Use 2 to 40 small letters a–z, digits, dots and hyphens.");
            case ROLE ->
                new Said(
                        "Velg recruiter, caseOfficer, planner eller administrator.",
                        "Choose recruiter, caseOfficer, planner or administrator.");
            case MUNICIPALITY ->
                new Said("Velg blant kommunene du har rolle i.", "Choose among the municipalities you have a role in.");
            case LAST_ADMINISTRATOR ->
                new Said("Gjør først en annen til administrator.", "Make somebody else administrator first.");
            case PROVIDER ->
                new Said(
                        "Endre rollen der; den gjelder fra neste innlogging. Her kan kontoer stenges.",
                        "Change the role there; it counts from the next login. Here accounts can be closed.");
            case LABEL -> new Said("Oppgi 1 til 80 tegn.", "Give 1 to 80 characters.");
            case SCOPE ->
                new Said("Velg minst én ting, blant dem du selv kan.", "Choose at least one thing you may yourself.");
            case EXPIRY -> new Said("Velg en dag fra i dag til om ett år.", "Choose a day from today to a year ahead.");
        };
    }
}
