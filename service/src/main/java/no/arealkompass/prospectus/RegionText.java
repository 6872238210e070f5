package no.arealkompass.prospectus;

import java.time.Instant;
import no.arealkompass.access.Role;

/**
 * A version of what a place says of itself in one language.
 *
 * @param municipality four digits; empty for the whole region
 * @param language nb or en
 * @param version 1, 2, 3 … of this place and language; 0 when nothing was ever written
 * @param body plain text, paragraphs with an empty line between; empty = no text
 * @param source where what it says can be read; empty where the place itself is the source
 * @param published whether everybody may read it
 * @param writtenBy account, for those who may edit
 */
public record RegionText(
        String municipality,
        String language,
        int version,
        String body,
        String source,
        boolean published,
        String writtenBy,
        Role writtenByRole,
        Instant writtenAt) {

    /**
     * What somebody wants to write.
     *
     * @param version the version it was made from; 0 for the first one
     */
    public record Draft(
            String municipality, String language, int version, String body, String source, boolean published) {}
}
