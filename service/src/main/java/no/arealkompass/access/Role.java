package no.arealkompass.access;

/** What a caller is to the service. Nobody has two roles: who needs two has two accounts. */
public enum Role {
    /** Anyone, without logging in. */
    PUBLIC,
    /** Whoever opened an investor's link: sees the sites that were chosen for it, and nothing else that is not public. */
    RECIPIENT,
    /** Business recruiter (næringsutvikler) of the region: published and internal sites, links, enquiries. */
    RECRUITER,
    /** Case officer or mayor: reads the unpublished sites, plans and reports of the own municipality. */
    CASE_OFFICER,
    /** Planner or editor of one or more municipalities: changes their ground and nobody else's. */
    PLANNER,
    /** Runs the service for the region: imports, sees all drafts, import logs and the audit trail. */
    ADMINISTRATOR,
    /** A program with a key, which states what it may. */
    MACHINE,
    /** The service itself: what it does by itself, in nobody's name. */
    SERVICE
}
