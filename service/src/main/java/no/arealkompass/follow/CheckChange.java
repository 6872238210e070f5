package no.arealkompass.follow;

import java.util.List;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * What came out otherwise in a check than in the one before it, and what had changed in between.
 *
 * @param before id of the earlier check, {@code after} of the later one
 * @param beforeAt when they were made, as ISO instants
 * @param verdictBefore follows, deviates or undecided
 * @param counts findings by how they changed
 * @param findings the worst first, at most {@link #MOST_FINDINGS}
 * @param omitted findings that changed and are not listed
 */
public record CheckChange(
        String before,
        String after,
        String beforeAt,
        String afterAt,
        String verdictBefore,
        String verdictAfter,
        Counts counts,
        List<Why> why,
        List<RuleChange> rules,
        List<FindingChange> findings,
        int omitted) {
    /** Findings that are listed; more would make the list longer than anybody reads. */
    public static final int MOST_FINDINGS = 500;

    /** What changed between two checks. */
    public enum Cause {
        /** A version of a plan came, went, or took the place of another. */
        PLAN,
        /** The stage or the dates of a plan version are read otherwise now, as when it comes into force. */
        STAGE,
        DATASET,
        STRATEGY,
        /** The sites or what is stated about them; only named when neither data nor strategy changed. */
        RUN,
        /** A newer version of this service reckons. */
        SOFTWARE
    }

    /**
     * One cause.
     *
     * @param id of the plan, the dataset or the strategy; empty for run and software
     * @param from version before; null when it was not there
     * @param to version after; null when it is gone
     */
    public record Why(
            Cause cause,
            String id,
            Text name,
            @Nullable String from,
            @Nullable String to) {}

    /** A rule that came out otherwise; an outcome is null where the strategy did not have the rule. */
    public record RuleChange(
            String id,
            Text name,
            @Nullable String before,
            @Nullable String after) {}

    /** How a finding changed, the worst first. */
    public enum Change {
        CAME,
        /** Further from its bound than before. */
        GROWN,
        /** Another kind of finding at the same place: what could not be decided is a deviation now, or the other way. */
        TURNED,
        /** Nearer to its bound, and still beyond it. */
        SHRUNK,
        GONE
    }

    /**
     * A finding that changed.
     *
     * @param kind deviation, missing, undecided or note; as it was before when it is gone
     * @param kindBefore null when it came
     * @param amountBefore in {@code unit}; null where it has none
     * @param sentence what the later check says, or the earlier one when it is gone
     */
    public record FindingChange(
            Change change,
            String id,
            String rule,
            String kind,
            @Nullable String kindBefore,
            String severity,
            String unit,
            @Nullable Double amountBefore,
            @Nullable Double amountAfter,
            Text sentence) {}

    /**
     * Findings by how they changed. Deviations and what is missing count as such; what cannot be decided counts for itself.
     *
     * @param undecidedCame could not be decided, and was not so before
     */
    public record Counts(int came, int gone, int grown, int shrunk, int turned, int undecidedCame, int undecidedGone) {}

    /** Whether any rule or finding came out otherwise; a new check that says the same is no news. */
    public boolean moved() {
        return !rules.isEmpty() || !findings.isEmpty() || !verdictBefore.equals(verdictAfter);
    }
}
