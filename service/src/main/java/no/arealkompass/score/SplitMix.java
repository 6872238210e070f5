package no.arealkompass.score;

/**
 * SplitMix64 (Steele, Lea and Flood 2014): the number at a place in a sequence, without those before it. Written out here,
 * since a stored certificate must come out the same on any Java; whole numbers and exact fractions only.
 */
final class SplitMix {
    static final String NAME = "SplitMix64";

    /** The odd number nearest to 2^64 divided by the golden ratio. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private SplitMix() {}

    /** The number at a place of the sequence that a seed begins. */
    static long at(long seed, long place) {
        long z = seed + place * STEP;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The same as a fraction 0 ≤ x < 1, of 53 bits. */
    static double unit(long seed, long place) {
        return (at(seed, place) >>> 11) * 0x1p-53;
    }

    /** A seed of its own for a name, so that what is drawn for it depends on nothing else. */
    static long seed(long seed, String name) {
        long hash = 0xCBF29CE484222325L; // FNV-1a
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return at(hash ^ at(seed, 1), 1);
    }
}
