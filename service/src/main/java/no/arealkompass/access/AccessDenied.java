package no.arealkompass.access;

import java.util.Set;

/** The caller may not do what was asked; nothing was read or changed. */
public final class AccessDenied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Operation operation;
    private final String elsewhere;

    AccessDenied(Caller caller, Operation operation) {
        this(caller.role() + " may not " + operation, operation, "");
    }

    private AccessDenied(String message, Operation operation, String elsewhere) {
        super(message);
        this.operation = operation;
        this.elsewhere = elsewhere;
    }

    /** The caller may do this, but not in this municipality. */
    public static AccessDenied elsewhere(Caller caller, Operation operation, String municipality) {
        return new AccessDenied(
                caller.role() + " may not " + operation + " in municipality " + municipality, operation, municipality);
    }

    /** The caller may do this, but not in all of these municipalities. */
    public static AccessDenied elsewhere(Caller caller, Operation operation, Set<String> municipalities) {
        return elsewhere(
                caller,
                operation,
                String.join(", ", municipalities.stream().sorted().toList()));
    }

    /** What was asked for. */
    public Operation operation() {
        return operation;
    }

    /** Numbers of the municipalities it concerns, when it is only there that the caller may not; else empty. */
    public String elsewhere() {
        return elsewhere;
    }
}
