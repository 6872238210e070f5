/**
 * Strict reading of the YAML documents that describe a region: every key required, unknown and duplicate keys refused,
 * every problem told with file, line and column, all of them at once. Knows nothing of what the documents mean.
 * Uses nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package no.arealkompass.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
