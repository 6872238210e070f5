package no.arealkompass.scenario;

import java.util.List;
import java.util.Map;
import org.geojson.GeoJsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A planned work as it is stated: the same form in requests, answers and files. Which parts a work needs depends on what
 * it does; {@link WorkCheck} says.
 *
 * @param project what it belongs to, such as "E16 Kongsvinger–E6"
 * @param alternative which of several solutions; empty = there is one
 * @param stage its place in the order of building; null = not staged
 * @param kind {@code add} an object, {@code upgrade} what exists, {@code fact} assumed of a site, {@code destination} that
 *     minutes are counted to moves, {@code note} told and not calculated
 * @param dataset the layer it changes
 * @param classes for an upgrade: only objects of these classes; for an added road: its ends are joined to roads of these;
 *     none = all
 * @param speedKmh of a road; null = the speed of its class
 * @param properties further properties of the object, such as the number of a road
 * @param withinM how far a road may be joined to the roads, or half the width of an upgrade's corridor (m)
 * @param value of the fact
 * @param destination id of a destination of the region
 * @param assumption what is assumed, in words
 * @param source where it can be read, with its address in {@code url} when it has one
 * @param statedBy the body that says so, never a private person
 * @param on ISO year, month or date of the statement
 * @param schematic whether the shape only shows roughly where
 * @param geometry longitude and latitude (CRS84); null where there is none
 */
public record WorkDraft(
        @Nullable String project,
        @Nullable String alternative,
        @Nullable Integer stage,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String dataset,
        @Nullable String objectClass,
        @Nullable List<String> classes,
        @Nullable Double speedKmh,
        @Nullable Map<String, String> properties,
        @Nullable Double withinM,
        @Nullable String site,
        @Nullable String fact,
        @Nullable Object value,
        @Nullable String destination,
        @Nullable String assumption,
        @Nullable String source,
        @Nullable String url,
        @Nullable String statedBy,
        @Nullable String on,
        @Nullable Boolean schematic,
        @Nullable GeoJsonObject geometry) {

    /** Whether it assumes a fact of a site. */
    public boolean assumesFact() {
        return WorkCheck.FACT.equals(kind);
    }

    /** The same with another shape; null where it is stored beside it. */
    WorkDraft withGeometry(@Nullable GeoJsonObject other) {
        return new WorkDraft(
                project,
                alternative,
                stage,
                name,
                kind,
                dataset,
                objectClass,
                classes,
                speedKmh,
                properties,
                withinM,
                site,
                fact,
                value,
                destination,
                assumption,
                source,
                url,
                statedBy,
                on,
                schematic,
                other);
    }
}
