/**
 * Reports and map pictures, drawn on the server from the very documents the page reads. Entry class {@code Paper}.
 * Decides nothing: what it is handed is what it prints.
 * May use: plancheck, plan, dataset, geo, access, yaml.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"plancheck", "plan", "dataset", "geo", "access", "yaml"})
package no.arealkompass.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
