package no.arealkompass.dataset;

/** What a dataset is to the service. */
public enum DatasetRole {
    /** A reference layer that metrics read. */
    LAYER,
    /** The municipal borders: shares of sites, and the frame of regional coverage. */
    MUNICIPALITIES,
    /** Land areas and terminal candidates, which become sites. */
    SITES,
    /** Municipal area plans, whose zones become plan versions; every delivery is a version of its own. */
    PLANS,
    /** Made from other datasets by the service itself. */
    DERIVED
}
