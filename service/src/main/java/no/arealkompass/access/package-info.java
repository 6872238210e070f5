/**
 * Who is asking, and what that caller may do. Every facade method takes the {@link no.arealkompass.access.Caller}
 * and decides here before it reads or writes; whatever is not granted is denied.
 * Uses nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package no.arealkompass.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
