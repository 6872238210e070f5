package no.arealkompass.score;

import no.arealkompass.measure.Measured;

/**
 * One criterion's part of a score. The lines' points add up exactly to the score.
 *
 * @param criterion id of the criterion
 * @param weight whole points the purpose gives it
 * @param measured what was found and where it comes from
 * @param uLow utility 0..1 at worst; equal to {@code uHigh} when the value is found
 * @param uHigh utility 0..1 at best
 * @param pointsLow weight × uLow, in whole millionths
 * @param pointsHigh weight × uHigh, in whole millionths
 */
record Line(
        String criterion,
        int weight,
        Measured measured,
        double uLow,
        double uHigh,
        double pointsLow,
        double pointsHigh) {}
