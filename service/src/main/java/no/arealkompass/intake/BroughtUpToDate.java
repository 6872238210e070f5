package no.arealkompass.intake;

/**
 * Derived layers and base runs answer for the present data. Told after every import, change and start, also when there was
 * nothing to do; whoever builds on runs goes on from here, beside the one who waits.
 */
public record BroughtUpToDate() {}
