/**
 * Plain-text mail through the SMTP server of the configuration, one address at a time. Entry class
 * {@link no.arealkompass.mail.Mail}. Whoever sends decides what to say, and keeps a record of it.
 * Uses nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package no.arealkompass.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
