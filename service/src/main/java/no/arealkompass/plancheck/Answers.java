package no.arealkompass.plancheck;

import java.util.List;
import no.arealkompass.strategy.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found out before it is judged.
 *
 * @param looked each thing that was looked at
 * @param bound what the quantity must keep; null only where the rule could not run
 * @param couldNotRun why nothing could be found out at all; the rule is then undecided
 * @param of how many things it would have looked at
 * @param datasets dataset_version.id of all that was read
 */
record Answers(
        List<Looked> looked,
        @Nullable Bounds bound,
        @Nullable Unknown couldNotRun,
        int of,
        List<Long> datasets) {

    static Answers of(List<Looked> looked, @Nullable Bounds bound, List<Long> datasets) {
        return new Answers(looked, bound, null, looked.size(), datasets);
    }

    static Answers none(Unknown why, @Nullable Bounds bound, int of) {
        return new Answers(List.of(), bound, why, of, List.of());
    }
}
