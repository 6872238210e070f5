package no.arealkompass.access;

/** What a caller is to the service. */
public enum Role {
    /** Anyone, without logging in. */
    PUBLIC,
    /** Runs the service for the region: imports, sees drafts and import logs. */
    ADMINISTRATOR
}
