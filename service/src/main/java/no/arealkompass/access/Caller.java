package no.arealkompass.access;

import java.util.Set;

/**
 * The one who asks.
 *
 * @param name what the audit trail calls the caller
 * @param role what the caller is to the service
 * @param municipalities four-digit municipality numbers the caller acts for; empty means none in particular
 */
public record Caller(String name, Role role, Set<String> municipalities) {
    /** Anyone who has not logged in. */
    public static final Caller PUBLIC = new Caller("public", Role.PUBLIC, Set.of());

    public Caller {
        municipalities = Set.copyOf(municipalities);
    }

    /** The administrator of the whole region, under the given name. */
    public static Caller administrator(String name) {
        return new Caller(name, Role.ADMINISTRATOR, Set.of());
    }
}
