package no.arealkompass.follow;

import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;

/** What a check, and so a follower, may know of. */
public enum Scope {
    /** Plans on hearing and adopted ones, and published sites. */
    PUBLISHED,
    /** Inputs, proposals and drafts as well. */
    ALL;

    static Scope of(Caller caller) {
        return Access.may(caller, Operation.READ_ALL) ? ALL : PUBLISHED;
    }

    /** In whose place the check is made when nobody is there to ask for it. */
    Caller reader() {
        return this == ALL ? Caller.administrator("followed plans") : Caller.PUBLIC;
    }
}
