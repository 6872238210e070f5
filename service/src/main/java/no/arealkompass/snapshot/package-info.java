/**
 * Results frozen for a case file: canonical JSON and PDF with a hash and a detached signature, and the proof that they are
 * unchanged. Entry class {@code Snapshots}.
 * May use: paper, plancheck, score, dataset, access.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"paper", "plancheck", "score", "dataset", "access"})
package no.arealkompass.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
