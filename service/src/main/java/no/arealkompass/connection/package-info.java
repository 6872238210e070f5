/**
 * How the service lives with its database: how long one statement may take, by the kind of work, and that nobody waits
 * for a database that is away. {@link no.arealkompass.connection.Work} is the way in; the rest lies round the pool.
 * Uses nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package no.arealkompass.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
