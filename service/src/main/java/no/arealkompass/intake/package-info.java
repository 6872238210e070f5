/**
 * A file the whole way: through the import door, into the sites or plans when it holds such, then derived layers and a
 * new run.
 * Entry class {@link no.arealkompass.intake.Intake}, the same for the command, the HTTP interface and the first start.
 * {@link no.arealkompass.intake.Fetches} brings files from their publishers the same way.
 * {@link no.arealkompass.intake.BroughtUpToDate} tells others that the runs answer for the present data.
 * May use: dataset, site, plan, score, access, yaml.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"dataset", "site", "plan", "score", "access", "yaml"})
package no.arealkompass.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
