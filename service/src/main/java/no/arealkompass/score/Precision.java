package no.arealkompass.score;

/** How far a share found by drawing may be from the true one. */
final class Precision {
    /** Of 95 of 100 errors. */
    private static final double Z = 1.96;

    /** The error that is wanted at most, as a share: one percentage point. */
    static final double WANTED = 0.01;

    private static final int ROUND = 1000;

    /** Draws that keep the wanted error for any share; rounded up to whole thousands. */
    static final int DRAWS = draws(WANTED);

    private Precision() {}

    /** A share is most uncertain at one half: z·√(¼/n) ≤ error. */
    static int draws(double error) {
        double least = Math.ceil(Z * Z * 0.25 / (error * error));
        return (int) Math.ceil(least / ROUND) * ROUND;
    }

    /** The largest error, with 95 % confidence, of a share found with so many draws. */
    static double error(int draws) {
        return Z * Math.sqrt(0.25 / draws);
    }

    /** Where the true share lies with 95 % confidence (Wilson 1927). */
    record Band(double low, double high) {
        static Band of(long hits, int draws) {
            double share = (double) hits / draws;
            double zz = Z * Z / draws;
            double middle = (share + zz / 2) / (1 + zz);
            double half = Z / (1 + zz) * Math.sqrt(share * (1 - share) / draws + zz / (4.0 * draws));
            return new Band(hits == 0 ? 0 : rounded(middle - half), hits == draws ? 1 : rounded(middle + half));
        }
    }

    /** To whole millionths. */
    static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
