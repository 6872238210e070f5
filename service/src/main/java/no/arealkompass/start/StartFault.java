package no.arealkompass.start;

/** A fault of the data or of a command that the operator can mend; shown without a stack trace. */
public class StartFault extends RuntimeException {
    StartFault(String message) {
        super(message);
    }

    StartFault(String message, Throwable cause) {
        super(message, cause);
    }
}
