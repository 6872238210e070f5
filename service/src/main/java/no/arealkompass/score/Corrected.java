package no.arealkompass.score;

import java.util.List;
import no.arealkompass.dataset.Correction;
import no.arealkompass.measure.Measured;

/**
 * What a metric finds at a site in the version that was delivered, beside the corrected one that the score uses.
 *
 * @param delivered the answer in the delivered versions
 * @param because the corrections that touch the site, else the nearest ones
 */
record Corrected(Measured delivered, List<Correction> because) {
    Corrected {
        because = List.copyOf(because);
    }
}
