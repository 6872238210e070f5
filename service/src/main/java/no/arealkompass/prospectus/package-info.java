/**
 * One or several sites on paper and as a picture for slides, and what the region says of itself on them.
 * Entry classes {@code Prospectuses} and {@code RegionTexts}. What is printed comes from the presentations; nothing is
 * looked up here that a reader was not given.
 * May use: present, paper, site, dataset, geo, access, yaml, sql.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"present", "paper", "site", "dataset", "geo", "access", "yaml", "sql"})
package no.arealkompass.prospectus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
