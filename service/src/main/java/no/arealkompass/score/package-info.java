/**
 * What the answers are worth: verdict, points, ranking per purpose, portfolio, stored runs.
 *
 * <p>{@code Judge}, {@code Ranking} and {@code Portfolio} are pure: no Spring, no SQL, microseconds. So are {@code Matrix},
 * {@code Certificate} and {@code Information}, which weigh a stored run anew. Uses measure, strategy, site, dataset,
 * scenario, geo and access.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"measure", "strategy", "site", "dataset", "scenario", "geo", "access", "yaml"})
package no.arealkompass.score;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
