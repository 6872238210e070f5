/**
 * Following a plan: what a municipality says about a deviation, who wants to be told, and what they are told when a check
 * comes out otherwise. Entry class {@code Follows}.
 * May use: plancheck, plan, dataset, mail, access.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"plancheck", "plan", "dataset", "access"})
package no.arealkompass.follow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
