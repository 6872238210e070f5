package no.arealkompass.api;

import java.util.Locale;
import no.arealkompass.share.LinkFault;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with a link, field by field; before {@link Problems}, which knows every fault. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LinkProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> link(LinkFault e, Locale locale) {
        int status = switch (e.code()) {
            case NO_SUCH_LINK -> 404;
            case WITHDRAWN, NOTHING_LEFT -> 409;
            case NOT_VALID -> 422;
        };
        var first = e.problems().getFirst();
        var answer = Problems.answer(
                status,
                "link-" + e.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                locale,
                switch (e.code()) {
                    case NO_SUCH_LINK -> new Said("Fant ikke lenken", "Link not found");
                    case WITHDRAWN -> new Said("Lenken er trukket", "The link is withdrawn");
                    case NOTHING_LEFT -> new Said("Lenken viser ingenting", "The link shows nothing");
                    case NOT_VALID -> new Said("Lenken er ikke laget eller endret", "The link was not made or changed");
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
