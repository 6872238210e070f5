/**
 * Views saved under a name and shared by their address: own weights, and answers to requirement lists. Entry class
 * {@link no.arealkompass.saved.SavedViews}. Knows what was saved only as a text; what it means is for those who saved it.
 * May use: access.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access"})
package no.arealkompass.saved;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
