package no.arealkompass.score;

import no.arealkompass.measure.Measured;

/**
 * Something somebody must answer for; it takes no points.
 *
 * @param check id of the check
 * @param outcome why it is raised
 * @param measured what was found
 */
record Flag(String check, Outcome outcome, Measured measured) {

    enum Outcome {
        /** The bound does not hold. */
        BROKEN,
        /** There is no value to hold against the bound; never a pass, whatever the check's effect. */
        NOT_CHECKED
    }
}
