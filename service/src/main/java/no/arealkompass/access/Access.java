package no.arealkompass.access;

import static no.arealkompass.access.Operation.CHECK_PLANS;
import static no.arealkompass.access.Operation.CORRECT_DATA;
import static no.arealkompass.access.Operation.EDIT_SCENARIOS;
import static no.arealkompass.access.Operation.EDIT_SITES;
import static no.arealkompass.access.Operation.EDIT_TEXTS;
import static no.arealkompass.access.Operation.EXPLAIN_DEVIATIONS;
import static no.arealkompass.access.Operation.FOLLOW_PLANS;
import static no.arealkompass.access.Operation.FREEZE;
import static no.arealkompass.access.Operation.HANDLE_ENQUIRIES;
import static no.arealkompass.access.Operation.IMPORT;
import static no.arealkompass.access.Operation.MANAGE_KEYS;
import static no.arealkompass.access.Operation.READ_ALL;
import static no.arealkompass.access.Operation.READ_IMPORTS;
import static no.arealkompass.access.Operation.READ_INTERNAL;
import static no.arealkompass.access.Operation.READ_OWN;
import static no.arealkompass.access.Operation.READ_PUBLISHED;
import static no.arealkompass.access.Operation.SAVE_VIEWS;
import static no.arealkompass.access.Operation.SHARE;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The one table of who may do what. What is not in it is denied. */
public final class Access {
    private static final Map<Role, Set<Operation>> GRANTED = new EnumMap<>(Map.of(
            Role.PUBLIC,
            EnumSet.of(READ_PUBLISHED),
            Role.RECIPIENT,
            EnumSet.of(READ_PUBLISHED),
            Role.RECRUITER,
            EnumSet.of(
                    READ_PUBLISHED,
                    READ_INTERNAL,
                    SAVE_VIEWS,
                    FOLLOW_PLANS,
                    FREEZE,
                    SHARE,
                    HANDLE_ENQUIRIES,
                    EDIT_TEXTS),
            Role.CASE_OFFICER,
            EnumSet.of(
                    READ_PUBLISHED,
                    READ_INTERNAL,
                    READ_OWN,
                    SAVE_VIEWS,
                    CHECK_PLANS,
                    EXPLAIN_DEVIATIONS,
                    FOLLOW_PLANS,
                    FREEZE),
            Role.PLANNER,
            EnumSet.of(
                    READ_PUBLISHED,
                    READ_INTERNAL,
                    READ_OWN,
                    READ_IMPORTS,
                    IMPORT,
                    EDIT_SITES,
                    CORRECT_DATA,
                    EDIT_SCENARIOS,
                    SAVE_VIEWS,
                    CHECK_PLANS,
                    EXPLAIN_DEVIATIONS,
                    FOLLOW_PLANS,
                    FREEZE,
                    SHARE,
                    HANDLE_ENQUIRIES,
                    EDIT_TEXTS,
                    MANAGE_KEYS),
            Role.MACHINE,
            EnumSet.of(READ_PUBLISHED, READ_INTERNAL, READ_OWN, READ_IMPORTS, IMPORT, EDIT_SITES),
            Role.ADMINISTRATOR,
            EnumSet.allOf(Operation.class),
            Role.SERVICE,
            EnumSet.allOf(Operation.class)));

    private Access() {}

    /** Whether the caller may do this, somewhere. */
    public static boolean may(Caller caller, Operation operation) {
        return GRANTED.getOrDefault(caller.role(), Set.of()).contains(operation)
                && (caller.role() != Role.MACHINE || caller.scopes().contains(operation));
    }

    /** Whether the caller may do this to what lies in all of these municipalities; what lies in none is the region's. */
    public static boolean may(Caller caller, Operation operation, Set<String> municipalities) {
        return may(caller, operation)
                && (may(caller, READ_ALL)
                        || (!municipalities.isEmpty() && caller.municipalities().containsAll(municipalities)));
    }

    /**
     * Lets the caller through or stops here.
     *
     * @throws AccessDenied when the caller may not do this
     */
    public static void require(Caller caller, Operation operation) {
        if (!may(caller, operation)) {
            throw new AccessDenied(caller, operation);
        }
    }

    /**
     * Lets the caller through or stops here: to change what lies in several municipalities one must act for all of them.
     *
     * @throws AccessDenied when the caller may not do this there
     */
    public static void require(Caller caller, Operation operation, Set<String> municipalities) {
        require(caller, operation);
        if (!may(caller, operation, municipalities)) {
            throw AccessDenied.elsewhere(caller, operation, municipalities);
        }
    }

    /** How far the caller sees. */
    public static Reach reach(Caller caller) {
        return new Reach(
                may(caller, READ_ALL),
                may(caller, READ_INTERNAL),
                may(caller, READ_OWN) ? caller.municipalities() : Set.of(),
                caller.sites());
    }

    /** Everything this caller may ask for. */
    public static Set<Operation> granted(Caller caller) {
        var granted = EnumSet.noneOf(Operation.class);
        for (var operation : Operation.values()) {
            if (may(caller, operation)) {
                granted.add(operation);
            }
        }
        return granted;
    }
}
