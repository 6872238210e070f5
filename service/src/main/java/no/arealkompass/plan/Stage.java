package no.arealkompass.plan;

/** How far a version of a plan has come. The public reads what is on hearing and what is adopted. */
public enum Stage {
    /** Innspill: asked for, not considered. */
    INPUT,
    /** Forslag: worked on. */
    PROPOSAL,
    /** Høring: on public inspection. */
    HEARING,
    /** Vedtatt. Whether it applies on a date is another question, see {@link Plans#applied}. */
    ADOPTED;

    /** Whether everyone may read a version in this stage. */
    public boolean isPublic() {
        return this == HEARING || this == ADOPTED;
    }
}
