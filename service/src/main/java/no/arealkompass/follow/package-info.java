/**
 * Following a plan: what a municipality says about a deviation, who wants to be told, and what they are told when a check
 * comes out otherwise. Entry classes {@link no.arealkompass.follow.Follows} and
 * {@link no.arealkompass.follow.Reasons}.
 * May use: plancheck, plan, intake (to hear that the data are up to date), mail, access, yaml.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"plancheck", "plan", "intake", "mail", "access", "yaml"})
package no.arealkompass.follow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
