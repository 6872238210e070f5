package no.arealkompass.access;

/** The caller may not do what was asked; nothing was read or changed. */
public final class AccessDenied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Operation operation;

    AccessDenied(Caller caller, Operation operation) {
        super(caller.role() + " may not " + operation);
        this.operation = operation;
    }

    /** What was asked for. */
    public Operation operation() {
        return operation;
    }
}
