package no.arealkompass.catalogue;

/** What can be asked of a site in the list. */
public enum Question {
    AREA,
    PURPOSE,
    MUNICIPALITY,
    MINUTES,
    POWER,
    PLAN;

    /** What the answer for a site is. What nobody has stated is neither yes nor no. */
    enum Answer {
        YES,
        NO,
        NOT_STATED
    }
}
