package no.arealkompass.dataset;

import java.util.List;
import java.util.Map;
import no.arealkompass.dataset.ImportReport.CrsHow;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a file holds and what would come of it, found by importing it and taking the import back. Boxes are west, south,
 * east, north in degrees (EPSG:4326).
 *
 * @param format what people call the format; empty when nobody knows it
 * @param encoding the character set, where the format leaves it open
 * @param chosen what was said and what could be found out, together
 * @param suggestions datasets and sources the file may be meant for, the likeliest first
 * @param questions what must be answered before it can be imported
 * @param mapping how each property of the dataset is filled
 * @param unusedFields fields of the layer that fill nothing
 * @param blocking issues that refuse the file
 * @param notes issues that are only to be known
 * @param repairs what repairing the invalid objects would make of them
 * @param changes what the file would change beyond the layer itself; null where it changes nothing else
 * @param plan the plans it holds; null for everything but plans
 */
public record Examination(
        String format,
        @Nullable Encoding encoding,
        List<Layer> layers,
        Choices chosen,
        List<Suggestion> suggestions,
        List<Question> questions,
        Crs crs,
        Objects objects,
        List<Mapped> mapping,
        List<String> unusedFields,
        int blocking,
        int notes,
        List<Repair> repairs,
        @Nullable JsonNode changes,
        @Nullable Plan plan) {

    /** What must be answered. */
    public enum Question {
        DATASET,
        LAYER,
        CRS,
        /** What the file does not say of the plan it holds. */
        PLAN
    }

    /**
     * What is known of the plans in the file.
     *
     * @param plans the largest first; what the file says and what was said about it, together
     * @param suggested likely answers, of which nothing is used before it is said
     * @param missing names of the choices that must be made: municipality, planId, planName, stage, sender
     */
    public record Plan(List<DeliveredPlan> plans, PlanChoices suggested, List<String> missing) {}

    /**
     * A plan in the file.
     *
     * @param status planstatus as delivered
     * @param objects how many areas it has
     */
    public record DeliveredPlan(
            @Nullable String municipality,
            @Nullable String planId,
            @Nullable String planName,
            @Nullable String stage,
            @Nullable String status,
            int objects) {}

    /** What is known before a file was examined. */
    public static Examination nothing(Choices said) {
        return new Findings(0, said).examination();
    }

    /** Whether it can be imported as it stands. */
    public boolean ready() {
        return questions.isEmpty() && blocking == 0;
    }

    /**
     * A character set.
     *
     * @param found what the bytes say
     * @param declared what the file says of itself; null when nothing
     */
    public record Encoding(String found, @Nullable String declared) {}

    /**
     * A layer of the file.
     *
     * @param geometry what it holds, in the words of GDAL; NONE for a table
     * @param crs the CRS it states; null when none, or none that is known
     * @param objects what was found in it; null when the layer was not read
     */
    public record Layer(
            String name,
            String geometry,
            long count,
            List<String> fields,
            @Nullable String crs,
            @Nullable Objects objects) {}

    /** A dataset and source the file may be meant for. */
    public record Suggestion(String dataset, String source, Text why) {}

    /**
     * The coordinate system.
     *
     * @param used what the coordinates were read in; null when it is not known
     * @param how who said so
     * @param stated what the file states, as it states it; null when nothing
     * @param candidates where the objects would lie in each of some systems, those that fit the region first
     */
    public record Crs(
            @Nullable String used, CrsHow how, @Nullable String stated, List<Candidate> candidates) {}

    /**
     * A coordinate system the file might be in.
     *
     * @param inRegion how many of the tried objects would lie in the region
     * @param of how many were tried
     * @param bbox where they would lie; null when the numbers make no sense in it
     */
    public record Candidate(
            String crs,
            Text name,
            int inRegion,
            int of,
            @Nullable List<Double> bbox) {}

    /**
     * The objects that were read.
     *
     * @param areaM2 square metres altogether, in the file's plane or on the ellipsoid; null when the CRS is not known
     * @param lengthM metres of line altogether
     * @param byType how many of each type of geometry; NONE = without
     */
    public record Objects(
            int read,
            int inRegion,
            @Nullable List<Double> bbox,
            @Nullable Double areaM2,
            @Nullable Double lengthM,
            Map<String, Integer> byType) {
        static final Objects NOTHING = new Objects(0, 0, null, null, null, Map.of());
    }

    /**
     * How a property of ours is filled.
     *
     * @param field theirs; null when it is not filled
     * @param sample some values from the file
     */
    public record Mapped(
            String property,
            Text name,
            boolean required,
            @Nullable String field,
            List<String> sample) {}

    /**
     * An invalid object and what repairing would make of it.
     *
     * @param reason what is wrong with it, in the words of the geometry library
     * @param possible whether a repair is offered
     * @param why why not, or what is lost by it; null when there is nothing to say
     * @param areaBeforeM2 square metres of the outline as it stands; null when the CRS is not known
     * @param before the outline (EPSG:4326), simplified for show
     * @param chosen whether the repair was asked for, and so is part of what would be imported
     */
    public record Repair(
            String objectId,
            String reason,
            boolean possible,
            @Nullable Text why,
            @Nullable Double areaBeforeM2,
            @Nullable Double areaAfterM2,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            boolean chosen) {}
}
