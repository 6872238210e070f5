package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import no.arealkompass.plancheck.AreaAccount.Change;
import no.arealkompass.plancheck.AreaAccount.Reserve;
import no.arealkompass.plancheck.AreaAccount.Row;
import no.arealkompass.plancheck.AreaAccount.Scope;
import no.arealkompass.plancheck.AreaAccount.Sums;
import no.arealkompass.plancheck.AreaAccount.Table;
import no.arealkompass.plancheck.AreaAccountCodes.Group;
import no.arealkompass.plancheck.AreaAccountRepository.Cell;
import no.arealkompass.plancheck.AreaAccountRepository.Union;
import org.jspecify.annotations.Nullable;

/** Tables out of the cells that were measured. Adds only; what does not add up becomes a line of its own. */
final class AreaAccountTables {
    private static final double VISIBLE_M2 = 0.05;

    private final AreaAccountCodes codes;
    private final List<Measured> measured;
    private final List<Union> unions;
    private final boolean compared;

    /**
     * @param measured one for each theme
     * @param unions one for each municipality
     * @param compared whether any plan has an earlier version
     */
    AreaAccountTables(AreaAccountCodes codes, List<Measured> measured, List<Union> unions, boolean compared) {
        this.codes = codes;
        this.measured = measured;
        this.unions = unions;
        this.compared = compared;
    }

    /**
     * A theme with its cells.
     *
     * @param ranks what each column is: a rank of {@link Cell#rank()}
     */
    record Measured(AreaAccount.Theme theme, List<Integer> ranks, List<Cell> cells) {}

    List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>();
        scopes.add(scope(null));
        var numbers = unions.stream()
                .filter(union -> union.zonesM2() > VISIBLE_M2 || union.earlierM2() > VISIBLE_M2)
                .map(Union::municipality)
                .sorted(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()))
                .toList();
        if (numbers.size() > 1 || numbers.contains("")) {
            numbers.forEach(number -> scopes.add(scope(number)));
        }
        return scopes;
    }

    /** The groups that occur, in the order of the codes. */
    List<Group> groups() {
        var used = new TreeSet<String>();
        measured.stream().flatMap(m -> m.cells().stream()).map(Cell::code).forEach(used::add);
        List<Group> all = new ArrayList<>(codes.groups());
        all.add(AreaAccountCodes.unknown());
        return all.stream()
                .filter(group ->
                        used.stream().anyMatch(code -> codes.group(code).id().equals(group.id())))
                .toList();
    }

    private Scope scope(@Nullable String municipality) {
        Predicate<Cell> here =
                cell -> municipality == null || cell.municipality().equals(municipality);
        var union = unions.stream()
                .filter(one -> municipality == null || one.municipality().equals(municipality))
                .toList();
        double unionM2 = union.stream().mapToDouble(Union::zonesM2).sum();
        var tables = measured.stream().map(m -> table(m, here, unionM2)).toList();
        return new Scope(municipality, sums(here, unionM2), tables, reserve(here), change(union));
    }

    /** Every theme divides the same ground, so the first serves. */
    private Sums sums(Predicate<Cell> here, double unionM2) {
        double zones = add(measured.getFirst().cells(), here.and(cell -> !cell.excess()));
        double excess = add(measured.getFirst().cells(), here.and(Cell::excess));
        return new Sums(rounded(zones), rounded(-excess), rounded(unionM2 - zones + excess), rounded(unionM2));
    }

    private Table table(Measured theme, Predicate<Cell> here, double unionM2) {
        List<Row> rows = new ArrayList<>();
        for (Group group : groups()) {
            Predicate<Cell> ofGroup = here.and(
                    cell -> !cell.excess() && codes.group(cell.code()).id().equals(group.id()));
            var used = new TreeSet<String>();
            theme.cells().stream().filter(ofGroup).map(Cell::code).forEach(used::add);
            if (used.isEmpty()) {
                continue;
            }
            rows.add(row(theme, group.id(), null, ofGroup, 1));
            used.forEach(code -> rows.add(
                    row(theme, group.id(), code, ofGroup.and(cell -> cell.code().equals(code)), 1)));
        }
        Row excess = row(theme, null, null, here.and(Cell::excess), -1);
        double zones = add(theme.cells(), here.and(cell -> !cell.excess()));
        // What is neither in a cell nor in an overlap belongs to no column, but to the sum.
        Row difference = new Row(null, null, rounded(unionM2 - zones), excess.cellsM2());
        Row all = row(theme, null, null, here.and(cell -> !cell.excess()), 1);
        var columns = IntStream.range(0, theme.ranks().size())
                .mapToObj(i -> rounded(all.cellsM2().get(i) + excess.cellsM2().get(i)))
                .toList();
        return new Table(theme.theme().id(), rows, difference, new Row(null, null, rounded(unionM2), columns));
    }

    private static Row row(
            Measured theme, @Nullable String group, @Nullable String code, Predicate<Cell> which, int sign) {
        var cells = theme.ranks().stream()
                .map(rank -> rounded(sign * add(theme.cells(), which.and(cell -> cell.rank() == rank))))
                .toList();
        return new Row(group, code, rounded(sign * add(theme.cells(), which)), cells);
    }

    private List<Reserve> reserve(Predicate<Cell> here) {
        var theme = measured.stream()
                .filter(m -> m.theme().id().equals(codes.built().theme()))
                .findFirst()
                .orElseThrow();
        List<Reserve> lines = new ArrayList<>();
        for (Group group : groups()) {
            if (!group.development()) {
                continue;
            }
            Map<String, double[]> byStatus = new TreeMap<>();
            theme.cells().stream()
                    .filter(here)
                    .filter(cell ->
                            !cell.excess() && codes.group(cell.code()).id().equals(group.id()))
                    .forEach(cell -> byStatus.computeIfAbsent(cell.status(), s -> new double[3])[state(theme, cell)] +=
                            cell.areaM2());
            byStatus.forEach((status, m2) -> lines.add(new Reserve(
                    group.id(),
                    status,
                    rounded(m2[0] + m2[1] + m2[2]),
                    rounded(m2[0]),
                    rounded(m2[1]),
                    rounded(m2[2]))));
        }
        return lines;
    }

    /** 0 built on, 1 not, 2 not known. */
    private int state(Measured theme, Cell cell) {
        var column =
                theme.theme().columns().get(theme.ranks().indexOf(cell.rank())).id();
        if (codes.built().built().contains(column)) {
            return 0;
        }
        boolean says = cell.rank() > 0
                && !column.equals(AreaAccountMaker.OTHER)
                && !codes.built().unknown().contains(column);
        return says ? 1 : 2;
    }

    private Change change(List<Union> here) {
        return new Change(
                compared,
                rounded(here.stream().mapToDouble(Union::nowM2).sum()),
                rounded(here.stream().mapToDouble(Union::earlierM2).sum()),
                rounded(here.stream().mapToDouble(Union::continuedM2).sum()),
                rounded(here.stream().mapToDouble(Union::addedM2).sum()),
                rounded(here.stream().mapToDouble(Union::removedM2).sum()),
                rounded(here.stream().mapToDouble(Union::aloneM2).sum()));
    }

    private static double add(List<Cell> cells, Predicate<Cell> which) {
        return cells.stream().filter(which).mapToDouble(Cell::areaM2).sum();
    }

    /** To 0.0001 m²: a thousand rounded cells are still within 0.1 m² of their sum. */
    static double rounded(double areaM2) {
        double value = Math.round(areaM2 * 1e4) / 1e4;
        return Objects.equals(value, -0.0) ? 0 : value;
    }
}
