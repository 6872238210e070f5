/**
 * Municipal area plans: what was delivered as versions of plans and their zones, the official codes, what applies on a
 * date, and what is wrong with the drawing. Entry class {@link no.arealkompass.plan.Plans}. A version never changes.
 * Uses geo, yaml, dataset, access and sql; knows nothing of strategies.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "yaml", "dataset", "access", "sql"})
package no.arealkompass.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
