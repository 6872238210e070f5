/**
 * A site as it is shown to somebody outside: facts with date and source, distances, neighbours, what the strategy says, whom
 * to call; only the fields that were chosen. Page, catalogue, prospectus and pictures all read it from here.
 * May use: score, strategy, site, dataset, measure, geo, access, yaml, sql.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"score", "strategy", "site", "dataset", "measure", "geo", "access", "yaml", "sql"})
package no.arealkompass.present;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
