package no.arealkompass.plan;

/** What kind of plan it is; the order is from the widest to the most detailed. */
public enum Level {
    /** Kommuneplanens arealdel: the land-use part of the municipal master plan (pbl. § 11-5). */
    MUNICIPAL,
    /** Kommunedelplan: the same for a part of the municipality. */
    SUBAREA,
    /** Områderegulering, and older zoning plans (pbl. § 12-2). */
    AREA_ZONING,
    /** Detaljregulering (pbl. § 12-3). */
    DETAILED,
    /** Arealinnspill: an area somebody has asked the municipality to set aside. */
    INPUT
}
