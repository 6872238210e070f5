/**
 * What if: planned works that nobody has adopted, and scenarios that choose some of them. Entry class
 * {@link no.arealkompass.scenario.Scenarios}. Works and scenarios never change in place; removing a scenario leaves
 * nothing of it behind in what is.
 * May use: geo, yaml, dataset, site (which facts may be stated about which sites), access.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "yaml", "dataset", "site", "access"})
package no.arealkompass.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
