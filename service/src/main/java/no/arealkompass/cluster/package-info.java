/**
 * A private PostgreSQL cluster in one folder: created, started, stopped.
 * Used by the command {@code areal} (as a single source file, before anything is built) and by the tests.
 * Uses only the JDK and PostgreSQL's own programs; no other package may use it at run time.
 */
@NullMarked
package no.arealkompass.cluster;

import org.jspecify.annotations.NullMarked;
