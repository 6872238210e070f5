/**
 * Investors' links: made for one recipient, short, secret, expiring, withdrawn, counted.
 * May use: present, saved, site, dataset, mail, access, yaml, sql.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"present", "saved", "site", "dataset", "mail", "access", "yaml", "sql"})
package no.arealkompass.share;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
