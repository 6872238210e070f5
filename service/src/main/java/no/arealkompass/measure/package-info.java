/**
 * What is found out about one site: the metric kinds asked of the dataset versions in use.
 *
 * <p>Knows geometry and SQL, and nothing of points or weights. Uses access, geo, strategy, dataset and sql.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "geo", "strategy", "dataset", "sql"})
package no.arealkompass.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
