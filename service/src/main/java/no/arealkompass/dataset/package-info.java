/**
 * Reference layers: their descriptions, the import door, versions that never change, what was wrong with a file, and
 * the layers derived from them. {@link no.arealkompass.dataset.Datasets} is the only way in.
 * Uses geo, access, yaml and sql; knows nothing of sites, strategies or HTTP.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "access", "yaml", "sql"})
package no.arealkompass.dataset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
