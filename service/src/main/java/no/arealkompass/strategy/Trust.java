package no.arealkompass.strategy;

/**
 * How far the score's basis can be trusted. Stands beside the score and never changes it.
 *
 * @param coarse 0..1: what a value counts when its dataset leaves small objects out
 * @param schematic 0..1: what a measured value counts when the site's outline is schematic
 * @param mediumFrom confidence from which the level is medium
 * @param highFrom confidence from which the level is high
 */
public record Trust(Basis basis, double coarse, double schematic, double mediumFrom, double highFrom) {}
