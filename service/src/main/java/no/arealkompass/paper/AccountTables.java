package no.arealkompass.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.arealkompass.paper.Sheet.Cell;
import no.arealkompass.paper.Sheet.Column;
import no.arealkompass.paper.Sheet.Row;
import no.arealkompass.paper.Sheet.Table;
import no.arealkompass.plancheck.AreaAccount;
import no.arealkompass.yaml.Text;

/** The area account of a subject as tables for paper: whole purposes, in dekar, with the columns that hold anything. */
final class AccountTables {
    private final AreaAccount account;
    private final Language language;

    private AccountTables(AreaAccount account, Language language) {
        this.account = account;
        this.language = language;
    }

    static List<Table> of(AreaAccount account, Language language) {
        var tables = new AccountTables(account, language);
        List<Table> made = new ArrayList<>();
        if (!account.scopes().isEmpty()) {
            var whole = account.scopes().getFirst();
            if (whole.change().compared()) {
                made.add(tables.change(whole.change()));
            }
            if (!whole.reserve().isEmpty()) {
                made.add(tables.reserve(whole.reserve()));
            }
            whole.tables().stream()
                    .filter(table -> tables.theme(table.theme()).data() != null)
                    .map(tables::theme)
                    .forEach(made::add);
        }
        return made;
    }

    private AreaAccount.Theme theme(String id) {
        return account.themes().stream()
                .filter(theme -> theme.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Table theme(AreaAccount.Table table) {
        var theme = theme(table.theme());
        var used = IntStream.range(0, theme.columns().size())
                .filter(i -> table.total().cellsM2().get(i) != 0
                        || table.difference().cellsM2().get(i) != 0)
                .boxed()
                .toList();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(language.of("Formål", "Purpose"), 0, false));
        columns.add(new Column(language.of("Areal, daa", "Area, daa"), 0, true));
        used.forEach(i -> columns.add(new Column(word(theme.columns().get(i).name()), 0, true)));
        List<Row> rows = new ArrayList<>();
        table.rows().stream()
                .filter(row -> row.code() == null)
                .forEach(row -> rows.add(row(name(row.group()), row, used)));
        rows.add(row(language.of("Overlapp og avrunding", "Overlap and rounding"), table.difference(), used));
        rows.add(row(language.of("Til sammen", "Together"), table.total(), used));
        return new Table(language.of("Formål mot ", "Purposes against ") + word(theme.name()), columns, rows);
    }

    private Row row(String name, AreaAccount.Row row, List<Integer> used) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(name));
        cells.add(daa(row.areaM2()));
        used.forEach(i -> cells.add(daa(row.cellsM2().get(i))));
        return new Row(cells);
    }

    private Cell daa(double areaM2) {
        return Cell.of(language.number(areaM2 / 1000, 1));
    }

    private String word(Text text) {
        return language.of(text.nb(), text.en());
    }

    private String name(@org.jspecify.annotations.Nullable String group) {
        return account.groups().stream()
                .filter(one -> one.id().equals(group))
                .map(one -> word(one.name()))
                .findFirst()
                .orElse("–");
    }

    private Table reserve(List<AreaAccount.Reserve> reserve) {
        return new Table(
                language.of("Utbygd og ledig, daa", "Built and unbuilt, daa"),
                List.of(
                        new Column(language.of("Formål", "Purpose"), 30, false),
                        new Column(language.of("Status", "Status"), 14, false),
                        new Column(language.of("Areal", "Area"), 14, true),
                        new Column(language.of("Utbygd", "Built"), 14, true),
                        new Column(language.of("Ledig", "Unbuilt"), 14, true),
                        new Column(language.of("Ukjent", "Unknown"), 14, true)),
                reserve.stream()
                        .map(one -> new Row(List.of(
                                Cell.of(name(one.group())),
                                Cell.of(status(one.status())),
                                daa(one.areaM2()),
                                daa(one.builtM2()),
                                daa(one.unbuiltM2()),
                                daa(one.unknownM2()))))
                        .toList());
    }

    private String status(String status) {
        return switch (status) {
            case "1" -> language.of("nåværende", "present");
            case "2" -> language.of("framtidig", "future");
            case "3" -> language.of("videreutvikling", "developed further");
            default -> language.of("ikke oppgitt", "not stated");
        };
    }

    private Table change(AreaAccount.Change change) {
        return new Table(
                language.of(
                        "Næringsareal mot forrige vedtatte plan, daa",
                        "Business land against the adopted plan before, daa"),
                List.of(
                        new Column(language.of("Hva", "What"), 60, false),
                        new Column(language.of("Areal", "Area"), 40, true)),
                List.of(
                        line("Nå", "Now", change.nowM2()),
                        line("Før", "Before", change.earlierM2()),
                        line("Videreført", "Continued", change.continuedM2()),
                        line("Nytt", "New", change.addedM2()),
                        line("Tatt ut", "Removed", change.removedM2()),
                        line("Ikke sammenliknet", "Not compared", change.notComparedM2())));
    }

    private Row line(String nb, String en, double areaM2) {
        return new Row(List.of(Cell.of(language.of(nb, en)), daa(areaM2)));
    }
}
