package no.arealkompass.wish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import no.arealkompass.wish.Answer.Wanted;
import no.arealkompass.yaml.Text;

/** The compact form of a requirement list that stands in addresses: {@code area:1000,power:100,siding:1}. */
final class WishForm {
    private static final Pattern ONE = Pattern.compile("([A-Za-z0-9]{1,40}):(\\d{1,9}(?:\\.\\d{1,6})?)");
    private static final Text REMEDY = new Text(
            "Skriv krav som id:tall med komma imellom, for eksempel area:1000,power:100. Id-er og grenser står på /api/requirements.",
            "Write requirements as id:number with commas between, for instance area:1000,power:100. Ids and limits are at /api/requirements.");

    private WishForm() {}

    static List<Wanted> read(Catalogue catalogue, String text) {
        var wanted = new ArrayList<Wanted>();
        var ids = new HashSet<String>();
        for (var part : text.split(",", -1)) {
            var one = ONE.matcher(part.strip());
            if (!one.matches()) {
                throw fault("«" + shown(part) + "» er ikke et krav.", "'" + shown(part) + "' is not a requirement.");
            }
            var id = one.group(1);
            double value = Double.parseDouble(one.group(2));
            var requirement = catalogue
                    .find(id)
                    .orElseThrow(
                            () -> fault("Kravet «" + id + "» finnes ikke.", "There is no requirement '" + id + "'."));
            if (!ids.add(id)) {
                throw fault("Kravet «" + id + "» står to ganger.", "The requirement '" + id + "' stands twice.");
            }
            if (!requirement.allows(value)) {
                throw fault(
                        "Tallet for «" + id + "» er utenfor det som kan måles.",
                        "The number for '" + id + "' is outside what can be measured.");
            }
            wanted.add(new Wanted(id, value));
        }
        return List.copyOf(wanted);
    }

    private static String shown(String part) {
        return part.length() > 40 ? part.substring(0, 40) + "…" : part;
    }

    private static WishFault fault(String nb, String en) {
        return new WishFault(new Text(nb, en), REMEDY);
    }
}
