/**
 * The benchmark: what measuring, judging and checking plans cost on a made-up region, beside SQL versions of the same
 * questions.
 *
 * <p>Entry class {@code Bench}. Only in a database of its own. Uses measure, score, strategy, dataset, plan, plancheck,
 * access and sql.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"measure", "score", "strategy", "dataset", "plan", "plancheck", "access", "sql"})
package no.arealkompass.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
