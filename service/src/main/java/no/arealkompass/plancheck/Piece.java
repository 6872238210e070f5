package no.arealkompass.plancheck;

/**
 * A piece of ground that was worked out for a check, by name.
 *
 * @param kind what it is: zones, sites, or what a rule found
 * @param no plan_zone.id, site_version.id, or 0 for all together
 */
record Piece(String kind, long no) {}
