package no.arealkompass.access;

/** The caller may not do what was asked; nothing was read or changed. */
public final class AccessDenied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Operation operation;

    AccessDenied(Caller caller, Operation operation) {
        super(caller.role() + " may not " + operation);
        this.operation = operation;
    }

    /** The caller may do this, but not in this municipality. */
    public static AccessDenied elsewhere(Caller caller, Operation operation, String municipality) {
        return new AccessDenied(
                caller.role() + " may not " + operation + " in municipality " + municipality, operation);
    }

    private AccessDenied(String message, Operation operation) {
        super(message);
        this.operation = operation;
    }

    /** What was asked for. */
    public Operation operation() {
        return operation;
    }
}
