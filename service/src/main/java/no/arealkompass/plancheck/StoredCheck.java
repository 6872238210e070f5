package no.arealkompass.plancheck;

import java.util.UUID;

/**
 * A check as it is stored.
 *
 * @param json the document, the same bytes for ever; see docs/decisions/0083
 */
public record StoredCheck(UUID id, String json) {}
