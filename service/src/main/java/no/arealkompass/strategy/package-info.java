/**
 * A strategy as records, and the strict reader of its YAML document.
 *
 * <p>What the region wants to know about an area (metrics), what an answer is worth (utilities), what must hold
 * (checks, portfolio rules) and who says so (source, basis). Knows datasets only by their id, and neither Spring, SQL
 * nor geometry. Uses yaml.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"yaml"})
package no.arealkompass.strategy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
