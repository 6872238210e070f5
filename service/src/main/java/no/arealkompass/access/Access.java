package no.arealkompass.access;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The one table of who may do what. What is not in it is denied. */
public final class Access {
    private static final Map<Role, Set<Operation>> GRANTED = new EnumMap<>(Map.of(
            Role.PUBLIC, EnumSet.of(Operation.READ_PUBLISHED),
            Role.ADMINISTRATOR,
                    EnumSet.of(
                            Operation.READ_PUBLISHED,
                            Operation.READ_ALL,
                            Operation.READ_IMPORTS,
                            Operation.IMPORT,
                            Operation.EDIT_SITES,
                            Operation.CORRECT_DATA,
                            Operation.EDIT_SCENARIOS,
                            Operation.EXPLAIN_DEVIATIONS,
                            Operation.FOLLOW_PLANS,
                            Operation.FREEZE,
                            Operation.CHECK_PLANS,
                            Operation.SAVE_VIEWS,
                            Operation.DERIVE,
                            Operation.PUBLISH_STRATEGY,
                            Operation.MAKE_RUN)));

    private Access() {}

    /** Whether the caller may do this. */
    public static boolean may(Caller caller, Operation operation) {
        return GRANTED.getOrDefault(caller.role(), Set.of()).contains(operation);
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
}
