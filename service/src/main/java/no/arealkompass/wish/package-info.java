/**
 * An investor's requirement list: read from text by plain rules, held against the sites of a run and against neighbouring
 * sites together. Entry class {@link no.arealkompass.wish.Wishes}. Reading and comparing are pure Java.
 * May use: score (runs), measure, strategy (metrics), dataset (the catalogue's file), access, yaml.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"score", "measure", "strategy", "dataset", "access", "yaml"})
package no.arealkompass.wish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
