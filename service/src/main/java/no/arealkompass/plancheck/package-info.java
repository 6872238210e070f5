/**
 * Plans held against a strategy: rules over zones and sites, findings, area accounts, the stored check. Entry class
 * {@code PlanChecks}. Judging is pure Java; only repositories know SQL. A rule that could not run is never a pass.
 * May use: plan, measure, strategy, score, site, dataset, geo, access, yaml, sql.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"plan", "measure", "strategy", "score", "site", "dataset", "geo", "access", "yaml", "sql"
        })
package no.arealkompass.plancheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
