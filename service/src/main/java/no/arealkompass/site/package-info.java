/**
 * Business land and terminal candidates: their shapes, what is stated about them, and how both changed.
 * Entry class {@link no.arealkompass.site.Sites}. A site is a polygon with an identity; every change is a new version.
 * Nothing is stated about a site without who said it, when and where; what grows old without being confirmed says so.
 * May use: geo, yaml, dataset (the region and the code list of facts), access, sql.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"geo", "yaml", "dataset", "access", "sql"})
package no.arealkompass.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
