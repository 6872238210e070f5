package no.arealkompass.plancheck;

import java.time.LocalDate;
import java.util.List;
import no.arealkompass.plan.Stage;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * The area account of a plan, a municipality or the region: what the zones hold, by purpose and by what the ground is.
 * Square metres, plane areas in the storage CRS, rounded to 0.0001 m². Only purpose zones on the ground are summed.
 *
 * @param subject as it was asked for
 * @param plans the versions that count
 * @param missingMunicipalities municipalities of the subject without any plan: nothing there is accounted for
 * @param otherLevelsM2 purposes under or above the ground, which are in no table
 * @param outline the outlines of the plans against their zones
 * @param groups the purposes that occur, in the order of the tables
 * @param codes the codes that occur, with their names
 * @param scopes the whole first; then by municipality where the zones lie in more than one, or outside all
 */
public record AreaAccount(
        String subject,
        List<Member> plans,
        List<String> missingMunicipalities,
        double otherLevelsM2,
        Outline outline,
        List<Group> groups,
        List<Column> codes,
        List<Theme> themes,
        List<Scope> scopes) {

    /**
     * A version that counts, or the earlier one it is compared with.
     *
     * @param earlier the newest adopted version before it; null when there is none that the caller may see
     */
    public record Member(
            String plan,
            int version,
            String name,
            String municipality,
            Stage stage,
            boolean sample,
            @Nullable Integer earlier,
            @Nullable LocalDate inForceFrom) {}

    /**
     * The outlines of the plans against their zones.
     *
     * @param areaM2 inside the outlines
     * @param withoutPurposeM2 of it without a purpose zone
     * @param beyondM2 of the zones outside the outlines
     */
    public record Outline(double areaM2, double withoutPurposeM2, double beyondM2) {}

    /**
     * A group of purposes.
     *
     * @param development counted in the reserve (utbyggingsformål)
     */
    public record Group(String id, Text name, boolean business, boolean development) {}

    /**
     * What the ground is like, from one dataset.
     *
     * @param complete ground without an object is not covered by the data
     * @param data the version that was read; null when there is none, and all ground is then not covered
     * @param columns what each cell of a row is
     */
    public record Theme(
            String id,
            Text name,
            String dataset,
            boolean complete,
            @Nullable Data data,
            List<Column> columns) {}

    /** A dataset version that was read. */
    public record Data(
            long versionId, int version, String publisher, String asOf, String attribution, boolean sample) {}

    /**
     * A column of a table.
     *
     * @param id a class of the theme, {@code other} (a class without a name), {@code none} or {@code notCovered}
     */
    public record Column(String id, Text name) {}

    /**
     * One set of tables.
     *
     * @param municipality null for the whole; empty for what lies in no municipality
     */
    public record Scope(
            @Nullable String municipality, Sums sums, List<Table> tables, List<Reserve> reserve, Change change) {}

    /**
     * What the tables add up to. {@code zonesM2 + overlapM2 + roundingM2 = unionM2}, always.
     *
     * @param zonesM2 the zones one by one
     * @param overlapM2 ground that several zones hold, negative
     * @param roundingM2 what is left, from calculating with cut shapes
     * @param unionM2 the zones together, each ground counted once; calculated in another way than the tables
     */
    public record Sums(double zonesM2, double overlapM2, double roundingM2, double unionM2) {}

    /**
     * Purposes against one theme; rows add up across to their area, and down, with the difference, to the total.
     *
     * @param rows groups, each followed by its codes
     * @param difference overlapping zones and rounding, by column
     * @param total each ground counted once
     */
    public record Table(String theme, List<Row> rows, Row difference, Row total) {}

    /**
     * A row of a table.
     *
     * @param code null for the whole group; empty where the zone has no code
     */
    public record Row(@Nullable String group, @Nullable String code, double areaM2, List<Double> cellsM2) {}

    /**
     * Development purposes: what is built on, and what is left. Zones one by one.
     *
     * @param status arealbruksstatus 1, 2, 3; empty where it is not stated
     * @param unknownM2 where no data say whether it is built on
     */
    public record Reserve(
            String group, String status, double areaM2, double builtM2, double unbuiltM2, double unknownM2) {}

    /**
     * Business land now and in the earlier versions, each ground counted once.
     * {@code nowM2 = continuedM2 + addedM2 + notComparedM2} and {@code earlierM2 = continuedM2 + removedM2}, with rounding.
     *
     * @param compared whether any plan has an earlier version
     * @param addedM2 new business land, in plans with an earlier version
     * @param notComparedM2 business land of plans without one
     */
    public record Change(
            boolean compared,
            double nowM2,
            double earlierM2,
            double continuedM2,
            double addedM2,
            double removedM2,
            double notComparedM2) {}
}
