package no.arealkompass.access;

import java.util.Set;

/**
 * The one who asks.
 *
 * @param name what the audit trail calls the caller
 * @param role what the caller is to the service
 * @param municipalities four-digit municipality numbers the caller acts for; empty means none in particular
 * @param scopes what a machine's key allows, within what machines may; empty for everybody else
 * @param sites ids of the sites a link was made for; empty for everybody else
 */
public record Caller(String name, Role role, Set<String> municipalities, Set<Operation> scopes, Set<String> sites) {
    /** Anyone who has not logged in. */
    public static final Caller PUBLIC = new Caller("public", Role.PUBLIC, Set.of());

    public Caller {
        municipalities = Set.copyOf(municipalities);
        scopes = Set.copyOf(scopes);
        sites = Set.copyOf(sites);
    }

    public Caller(String name, Role role, Set<String> municipalities) {
        this(name, role, municipalities, Set.of(), Set.of());
    }

    /** The administrator of the whole region, under the given name. */
    public static Caller administrator(String name) {
        return new Caller(name, Role.ADMINISTRATOR, Set.of());
    }

    /** The service itself, for work that nobody asked for by name. */
    public static Caller service(String name) {
        return new Caller(name, Role.SERVICE, Set.of());
    }

    /** A program with a key. */
    public static Caller machine(String name, Set<String> municipalities, Set<Operation> scopes) {
        return new Caller(name, Role.MACHINE, municipalities, scopes, Set.of());
    }

    /** Whoever opened an investor's link; the name is the link's, never the investor's. */
    public static Caller recipient(String link, Set<String> sites) {
        return new Caller(link, Role.RECIPIENT, Set.of(), Set.of(), sites);
    }
}
