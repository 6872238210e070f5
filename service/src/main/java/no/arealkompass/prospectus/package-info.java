/**
 * One or several sites on paper and as a picture for slides.
 * May use: present, paper, site, dataset, geo, access, yaml, sql.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"present", "paper", "site", "dataset", "geo", "access", "yaml", "sql"})
package no.arealkompass.prospectus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
