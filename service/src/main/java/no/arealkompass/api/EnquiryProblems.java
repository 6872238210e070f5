package no.arealkompass.api;

import java.util.Locale;
import no.arealkompass.enquiry.EnquiryFault;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with a change of an enquiry, field by field; before {@link Problems}, which knows every fault. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class EnquiryProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> enquiry(EnquiryFault e, Locale locale) {
        int status = switch (e.code()) {
            case NO_SUCH_ENQUIRY -> 404;
            case ERASED -> 409;
            case CHANGED -> 412;
            case TOO_MANY -> 429;
            case NOT_VALID, SEND_AGAIN, REFUSED -> 422;
        };
        var first = e.problems().getFirst();
        var answer = Problems.answer(
                status,
                "enquiry-" + e.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                locale,
                switch (e.code()) {
                    case NO_SUCH_ENQUIRY -> new Said("Fant ikke henvendelsen", "Enquiry not found");
                    case CHANGED -> new Said("Noen andre var først", "Somebody else was first");
                    case ERASED -> new Said("Slettet", "Deleted");
                    default -> new Said("Ikke lagret", "Not stored");
                },
                Said.of(first.what()),
                Said.of(first.remedy()));
        Problems.body(answer).setProperty("field", first.field());
        return answer;
    }
}
