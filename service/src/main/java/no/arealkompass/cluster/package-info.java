/**
 * A private PostgreSQL cluster in one folder: created, started, stopped.
 * Used by the command {@code areal} (as a single source file, before anything is built) and by the tests;
 * nothing of the running service may use it. Needs only the JDK and PostgreSQL's own programs.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package no.arealkompass.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
