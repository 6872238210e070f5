/**
 * Enquiries (henvendelser): what investors ask, who answers, by when, and how quickly.
 * May use: share, site, dataset, mail, access, yaml, sql.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"share", "site", "dataset", "mail", "access", "yaml", "sql"})
package no.arealkompass.enquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
