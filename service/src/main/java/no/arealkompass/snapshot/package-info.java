/**
 * Results frozen for a case file: canonical JSON and PDF with a hash and a detached signature, and the proof that they are
 * unchanged. Entry classes {@code Snapshots}, which makes and reads them, and {@code Verifier}, which is for everyone.
 * May use: paper, plancheck, plan, score, strategy, dataset, access, yaml.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"paper", "plancheck", "plan", "score", "strategy", "dataset", "access", "yaml"})
package no.arealkompass.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
