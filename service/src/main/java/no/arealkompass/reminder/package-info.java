/**
 * Sites whose facts grow old, and the mail that asks the owner municipality to confirm them.
 * Entry class {@link no.arealkompass.reminder.Reminders}. The list is there with or without mail; every attempt is
 * recorded, and what was sent is not sent again for a while.
 * May use: site, dataset (municipalities and their addresses), measure (shares by area), geo, mail, access.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"site", "dataset", "measure", "geo", "mail", "access"})
package no.arealkompass.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
