package no.arealkompass.access;

/** What can be asked of a facade. A new operation is denied to everyone until {@link Access} grants it. */
public enum Operation {
    /** Published sites and runs over them, strategies, datasets with their versions and coverage. */
    READ_PUBLISHED,
    /** Internal sites (intern) of every municipality as well, and runs over them. */
    READ_INTERNAL,
    /** Drafts, withdrawn sites and unpublished plans of the caller's own municipalities as well. */
    READ_OWN,
    /** Drafts, withdrawn sites and unpublished plans of every municipality as well, and runs over all sites. */
    READ_ALL,
    /** The log of imports: file names, who imported, and what was wrong. */
    READ_IMPORTS,
    /** Bring a file in as a new dataset version, with the sites in it. */
    IMPORT,
    /** Draw, change, publish, withdraw and revert sites, and state facts about them. */
    EDIT_SITES,
    /** Register that a dataset is wrong on a municipality's own ground, with a reason. */
    CORRECT_DATA,
    /** Name, save and remove scenarios and the planned works they hold. */
    EDIT_SCENARIOS,
    /** Write why a plan deviates from the strategy, and which decision it follows from. */
    EXPLAIN_DEVIATIONS,
    /** Follow a plan, a municipality or the region, and be told when a check comes out otherwise. */
    FOLLOW_PLANS,
    /** Freeze a result as a signed snapshot for a case file. */
    FREEZE,
    /** Hold plans against a strategy and store the check. */
    CHECK_PLANS,
    /** Save weights or an answer under a name, to be shared by its address. */
    SAVE_VIEWS,
    /** Make, withdraw, extend and list investors' links. */
    SHARE,
    /** Read and answer enquiries (henvendelser). */
    HANDLE_ENQUIRIES,
    /** Change the texts that present the region and its municipalities. */
    EDIT_TEXTS,
    /** Make derived layers from the versions in use. */
    DERIVE,
    /** Publish a strategy version. */
    PUBLISH_STRATEGY,
    /** Judge all sites and store the run. */
    MAKE_RUN,
    /** Read, search and export the audit trail. */
    READ_AUDIT,
    /** Keys of machines that may what the caller may, for the caller's own municipalities. */
    MANAGE_KEYS,
    /** Accounts and sessions of others, and keys of machines for the whole region. */
    MANAGE_ACCOUNTS
}
