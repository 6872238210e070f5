package no.arealkompass.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one planned work does to a layer.
 *
 * @param work id of the work; a work never changes, so it stands for all the rest
 * @param objectClass the class of what is planned; empty where the layer has none, or where an upgrade keeps the class
 * @param classes for an upgrade: only objects of these; for an added road: its ends are joined to roads of these; none
 *     means all
 * @param properties JSON object: what the planned object is, or what an upgrade adds
 * @param wkb the shape in the storage CRS; null only for an upgrade of all objects
 * @param withinM metres: how far an added road may be joined to the roads, or half the width of an upgrade's corridor
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record PlannedChange(
        long work,
        Kind kind,
        String dataset,
        String objectClass,
        List<String> classes,
        String properties,
        byte @Nullable [] wkb,
        double withinM) {

    /** What happens to the layer. */
    public enum Kind {
        /** A new object. */
        ADD,
        /** Objects that exist become something else. */
        UPGRADE
    }
}
