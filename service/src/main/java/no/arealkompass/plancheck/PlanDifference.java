package no.arealkompass.plancheck;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.List;
import no.arealkompass.plan.Stage;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two versions of a plan, by ground and by zone. Square metres, plane areas in the storage CRS.
 * Only purpose zones on the ground are compared.
 *
 * @param changes business first, the largest first
 * @param same zones that are the same in both
 * @param below changes too small to be told one by one: digitising noise
 * @param totals by purpose, in the order of the area account
 * @param sum all purposes together, each ground counted once; its difference is what the purposes add up to beyond that
 * @param transitions ground that changed purpose, the largest first
 */
public record PlanDifference(
        String plan,
        Version before,
        Version after,
        List<Change> changes,
        int same,
        Below below,
        List<Total> totals,
        Sum sum,
        List<Transition> transitions) {

    /** One of the two. */
    public record Version(
            int version, String name, Stage stage, @Nullable LocalDate inForceFrom, boolean sample) {}

    /** How a zone, or some zones that belong together, changed. */
    public enum Kind {
        CAME,
        GONE,
        GREW,
        SHRANK,
        /** Arealformål. */
        PURPOSE,
        /** Arealbruksstatus. */
        STATUS,
        SPLIT,
        MERGED,
        /** Several zones became several others. */
        REARRANGED,
        /** The same zone on other ground. */
        MOVED,
        /** The same ground and purpose under another id. */
        RENUMBERED,
        RENAMED
    }

    /**
     * One change.
     *
     * @param cameM2 ground it has after and not before
     * @param wentM2 ground it had before and not after
     * @param from what the ground that came was before; code null = no purpose in this plan
     * @param to what the ground that went is after
     * @param changedM2 ground that counts as changed: all of it where purpose or status changed
     * @param place a point on the changed ground, longitude and latitude
     * @param geometry the changed ground as GeoJSON in CRS84
     * @param simplified whether it was simplified for drawing; areas are those of the full shape
     */
    public record Change(
            List<Kind> kinds,
            boolean business,
            List<Zone> before,
            List<Zone> after,
            double beforeM2,
            double afterM2,
            double cameM2,
            double wentM2,
            double changedM2,
            List<Share> from,
            List<Share> to,
            List<Double> place,
            @JsonRawValue String geometry,
            boolean simplified) {}

    /**
     * A zone of one of the versions.
     *
     * @param status arealbruksstatus; empty where it is not stated
     */
    public record Zone(String zone, String name, String code, Text codeName, String status, double areaM2) {}

    /**
     * What a part of the ground is in the other version.
     *
     * @param code null where no zone of the other version holds the ground
     */
    public record Share(@Nullable String code, @Nullable Text codeName, double areaM2) {}

    /** Changes left out, and the ground they are about. */
    public record Below(int count, double areaM2, double limitM2) {}

    /** {@code afterM2 = beforeM2 - wentM2 + cameM2}; each ground counted once within the purpose. */
    public record Total(
            String group,
            boolean business,
            String code,
            Text codeName,
            double beforeM2,
            double wentM2,
            double cameM2,
            double afterM2) {}

    /**
     * The purposes of both versions added up.
     *
     * @param beforeDifferenceM2 the union less what the purposes add up to: zones that overlap each other, and rounding
     */
    public record Sum(
            double beforeM2,
            double wentM2,
            double cameM2,
            double afterM2,
            double beforeDifferenceM2,
            double afterDifferenceM2) {}

    /** Ground with one purpose before and another after, or with another status. */
    public record Transition(
            String from, Text fromName, String fromStatus, String to, Text toName, String toStatus, double areaM2) {}
}
