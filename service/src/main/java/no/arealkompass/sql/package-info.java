/**
 * The statements that stand in files beside the packages that ask them. Entry class {@link no.arealkompass.sql.Sql}.
 * Knows nothing of what they mean. Uses nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package no.arealkompass.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
