package no.arealkompass.site;

import java.util.List;
import java.util.Set;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a file of exported and edited sites would change, site by site, before it is taken; and what was taken.
 *
 * @param unknownColumns columns that mean nothing here and are not read
 * @param faults what keeps chosen changes from being taken
 */
public record ChangeSet(List<Change> changes, Set<String> unknownColumns, List<Fault> faults) {
    public ChangeSet {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
    }

    /** What becomes of a site. */
    public enum Kind {
        NEW,
        CHANGED,
        SAME
    }

    /**
     * One site.
     *
     * @param conflict somebody changed the site after it was exported; null when nobody did
     * @param chosen whether it is taken
     */
    public record Change(
            String site,
            String name,
            Kind kind,
            List<Difference> differences,
            @Nullable Conflict conflict,
            boolean chosen) {}

    /**
     * One difference; the area of an outline is told in dekar, and its shapes as GeoJSON.
     *
     * @param before null when there was nothing
     * @param after null when it is removed
     */
    public record Difference(
            Text what, @Nullable Object before, @Nullable Object after) {}

    /** The row was exported from one version, and another is in use; such a site is taken only when it is named. */
    public record Conflict(int exported, int inUse, String changedAt) {}

    /** What is wrong with one site, and what to do. */
    public record Fault(String site, Text message, Text remedy) {}
}
