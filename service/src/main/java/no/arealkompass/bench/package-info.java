/**
 * The benchmark: what measuring and judging cost on a made-up region, beside two SQL versions of the same questions.
 *
 * <p>Entry class {@code Bench}. Only in a database of its own. Uses measure, score and strategy.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "score", "strategy"})
package no.arealkompass.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
