package no.arealkompass.dataset;

import java.nio.file.Path;

/**
 * A file as its publisher sent it, whole and checked.
 *
 * @param path where it lies; it stays there until its publisher has a newer one
 * @param sha256 of its bytes, in hex
 * @param unchanged whether the publisher said, or the bytes show, that it is the one fetched before
 */
public record FetchedFile(String address, Path path, long bytes, String sha256, boolean unchanged) {}
