/**
 * The public catalogue of published sites: what is asked for, what fits, and what cannot be told because nobody has stated
 * it. Entry class {@link no.arealkompass.catalogue.SiteCatalogue}. It shows everyone what the public may see, whoever asks.
 * May use: present, site, score, strategy, dataset, geo, access, yaml.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"present", "site", "score", "strategy", "dataset", "geo", "access", "yaml"})
package no.arealkompass.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
