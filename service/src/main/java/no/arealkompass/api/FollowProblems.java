package no.arealkompass.api;

import java.util.Locale;
import no.arealkompass.follow.FollowFault;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with a reason or a wish to follow, field by field; before {@link Problems}, which knows every fault. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FollowProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> follow(FollowFault e, Locale locale) {
        int status = switch (e.code()) {
            case NO_SUCH_FINDING, NO_SUCH_REASON, NO_SUCH_FOLLOW -> 404;
            case NO_LONGER_STANDS, FOLLOWED_ALREADY -> 409;
            case NOT_VALID, TOO_MANY -> 422;
        };
        var first = e.problems().getFirst();
        var answer = Problems.answer(
                status,
                "follow-" + e.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                locale,
                switch (e.code()) {
                    case NO_SUCH_FINDING -> new Said("Fant ikke funnet i plansjekken", "Finding not found");
                    case NO_SUCH_REASON -> new Said("Fant ikke begrunnelsen", "Reason not found");
                    case NO_SUCH_FOLLOW -> new Said("Fant ikke det som følges", "Nothing is followed under this id");
                    default -> new Said("Ikke lagret", "Not stored");
                },
                Said.of(first.what()),
                Said.of(first.remedy()));
        Problems.body(answer)
                .setProperty(
                        "faults",
                        e.problems().stream()
                                .map(p -> FieldProblem.of(p.field(), p.what(), p.remedy(), locale))
                                .toList());
        return answer;
    }
}
