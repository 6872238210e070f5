package no.arealkompass.follow;

import java.util.List;

/**
 * What is written about one finding.
 *
 * @param found whether the check finds it now; otherwise the reason is about something that is no longer there
 * @param reasons newest first, withdrawn ones too
 */
public record Explained(String finding, boolean found, List<Reason> reasons) {

    /** Whether the newest reason still holds; one that was replaced never comes back. */
    public boolean stands() {
        return reasons.getFirst().withdrawnAt() == null;
    }
}
