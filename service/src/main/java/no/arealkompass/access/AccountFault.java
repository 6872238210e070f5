package no.arealkompass.access;

/** What was asked of an account or a key cannot be done; nothing was changed. */
public final class AccountFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    AccountFault(Code code) {
        super(code.name());
        this.code = code;
    }

    /** Why not. */
    public Code code() {
        return code;
    }

    /** The reasons there are. */
    public enum Code {
        /** No such account or key, or not for this caller. */
        UNKNOWN,
        /** The name is taken. */
        TAKEN,
        /** A name is 2 to 40 small letters, digits, dots and hyphens. */
        NAME,
        /** Not a role a person can have. */
        ROLE,
        /** Not a four-digit municipality number, or not one of the caller's own. */
        MUNICIPALITY,
        /** Somebody must be able to let others in. */
        LAST_ADMINISTRATOR,
        /** Persons and their roles are the provider's. */
        PROVIDER,
        /** A key's label is 1 to 80 characters. */
        LABEL,
        /** A key needs at least one thing it may, and only such as machines and its maker may. */
        SCOPE,
        /** A key ends within a year, and not before today. */
        EXPIRY
    }
}
