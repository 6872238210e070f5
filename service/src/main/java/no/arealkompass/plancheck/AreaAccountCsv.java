package no.arealkompass.plancheck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.plancheck.AreaAccount.Column;
import no.arealkompass.plancheck.AreaAccount.Row;
import no.arealkompass.plancheck.AreaAccount.Scope;
import no.arealkompass.plancheck.AreaAccount.Table;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * An account as one long list for spreadsheets: a line per municipality, purpose and class, so that a pivot table of any of
 * them adds up. Overlaps and rounding are lines of their own, and sums are left out: everything is there once. Decimal comma
 * and semicolon in Norwegian. Pure.
 */
public final class AreaAccountCsv {
    private static final Text DIFFERENCE =
            new Text("Differanse (overlapp og avrunding)", "Difference (overlap and rounding)");
    private static final Text RESERVE = new Text("Arealreserve", "Reserve");
    private static final Text CHANGE =
            new Text("Næringsareal mot forrige vedtatte versjon", "Business land against the adopted version before");
    private static final Map<String, Text> STATUS = Map.of(
            "1", new Text("Nåværende", "Existing"),
            "2", new Text("Framtidig", "Future"),
            "3", new Text("Videreutvikling", "Developed further"));

    private final AreaAccount account;
    private final Map<String, String> municipalities;
    private final boolean norwegian;
    private final List<String> lines = new ArrayList<>();

    /** @param municipalities names by number */
    public AreaAccountCsv(AreaAccount account, Map<String, String> municipalities, boolean norwegian) {
        this.account = account;
        this.municipalities = municipalities;
        this.norwegian = norwegian;
    }

    /** The text, with a mark of order first: a spreadsheet takes it for another encoding otherwise. */
    public String write() {
        lines.clear();
        line(Stream.of(
                say("Kommune", "Municipality"),
                say("Kommunenavn", "Municipality name"),
                say("Tabell", "Table"),
                say("Formålsgruppe", "Group of purposes"),
                say("Formålskode", "Purpose code"),
                say("Formål", "Purpose"),
                say("Klasse", "Class"),
                "m²",
                "daa"));
        var parts = account.scopes().size() > 1
                ? account.scopes().subList(1, account.scopes().size())
                : account.scopes();
        parts.forEach(this::scope);
        return "\ufeff" + String.join("\r\n", lines) + "\r\n";
    }

    private void scope(Scope scope) {
        for (int i = 0; i < scope.tables().size(); i++) {
            table(scope, scope.tables().get(i), account.themes().get(i));
        }
        var groups = account.groups().stream().collect(Collectors.toMap(AreaAccount.Group::id, g -> say(g.name())));
        for (var one : scope.reserve()) {
            String status =
                    say(STATUS.getOrDefault(one.status(), new Text("Status ikke oppgitt", "Status not stated")));
            String group = groups.getOrDefault(one.group(), one.group());
            entry(scope, RESERVE, group, "", status, say("Bebygd", "Built on"), one.builtM2());
            entry(scope, RESERVE, group, "", status, say("Ubebygd", "Not built on"), one.unbuiltM2());
            entry(scope, RESERVE, group, "", status, say("Ikke kjent", "Not known"), one.unknownM2());
        }
        var change = scope.change();
        entry(scope, CHANGE, "", "", "", say("Videreført", "Continued"), change.continuedM2());
        entry(scope, CHANGE, "", "", "", say("Nytt", "New"), change.addedM2());
        entry(scope, CHANGE, "", "", "", say("Tatt ut", "Removed"), change.removedM2());
        entry(scope, CHANGE, "", "", "", say("Uten tidligere versjon", "No earlier version"), change.notComparedM2());
    }

    private void table(Scope scope, Table table, AreaAccount.Theme theme) {
        var groups = account.groups().stream().collect(Collectors.toMap(AreaAccount.Group::id, g -> say(g.name())));
        var names = account.codes().stream().collect(Collectors.toMap(Column::id, c -> say(c.name())));
        for (Row row : table.rows()) {
            String code = row.code();
            if (code != null) {
                cells(scope, theme, groups.getOrDefault(row.group(), ""), code, names.getOrDefault(code, code), row);
            }
        }
        cells(scope, theme, say(DIFFERENCE), "", "", table.difference());
        // What rounding leaves outside every column.
        double rest = table.difference().areaM2()
                - table.difference().cellsM2().stream().mapToDouble(m2 -> m2).sum();
        entry(scope, theme.name(), say(DIFFERENCE), "", "", say("Avrunding", "Rounding"), rest);
    }

    private void cells(Scope scope, AreaAccount.Theme theme, String group, String code, String name, Row row) {
        for (int i = 0; i < row.cellsM2().size(); i++) {
            entry(
                    scope,
                    theme.name(),
                    group,
                    code,
                    name,
                    say(theme.columns().get(i).name()),
                    row.cellsM2().get(i));
        }
    }

    /** A line, unless there is nothing to say: to the hundredth of a square metre. */
    private void entry(Scope scope, Text table, String group, String code, String name, String column, double m2) {
        if (Math.abs(m2) < 0.005) {
            return;
        }
        String number = scope.municipality();
        line(Stream.of(
                number == null ? "" : number,
                place(number),
                say(table),
                group,
                code,
                name,
                column,
                decimal(m2, 2),
                decimal(m2 / 1000, 4)));
    }

    private String place(@Nullable String number) {
        if (number == null) {
            return say("Hele området", "All of it");
        }
        return number.isEmpty()
                ? say("Utenfor kommunene", "Outside the municipalities")
                : municipalities.getOrDefault(number, number);
    }

    private void line(Stream<String> cells) {
        lines.add(cells.map(this::quoted).collect(Collectors.joining(norwegian ? ";" : ",")));
    }

    /** A code comes from a file: it must not become a formula. */
    private String quoted(String cell) {
        boolean number = cell.matches("-?[0-9]+([.,][0-9]+)?");
        String safe = !number && cell.matches("(?s)[=+@\\-\t\r].*") ? "'" + cell : cell;
        return safe.matches("(?s).*[\";,\r\n].*") && !(number && norwegian)
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }

    private String decimal(double value, int digits) {
        String text =
                BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
        return norwegian ? text.replace('.', ',') : text;
    }

    private String say(Text text) {
        return say(text.nb(), text.en());
    }

    private String say(String nb, String en) {
        return norwegian ? nb : en;
    }
}
