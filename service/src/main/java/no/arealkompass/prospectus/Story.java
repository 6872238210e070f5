package no.arealkompass.prospectus;

import java.time.Instant;
import java.util.List;

/**
 * What a place says of itself, for everybody.
 *
 * @param place name of the region or the municipality
 * @param paragraphs plain text
 * @param source where what it says can be read; empty where the place itself is the source
 */
public record Story(String place, List<String> paragraphs, String source, Instant writtenAt) {}
