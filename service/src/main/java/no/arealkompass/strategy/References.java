package no.arealkompass.strategy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.yaml.Faults;
import no.arealkompass.yaml.Text;
import org.snakeyaml.engine.v2.nodes.Node;

/** Ids that a document declares and ids that it uses; compared when all of it is read, since order does not matter. */
final class References {

    enum Kind {
        PART("Punktet", "point"),
        PURPOSE("Formålet", "purpose"),
        CRITERION("Kriteriet", "criterion"),
        CHECK("Kontrollen", "check"),
        RULE("Porteføljeregelen", "portfolio rule"),
        PLAN_RULE("Planregelen", "plan rule");

        private final String nb;
        private final String en;

        Kind(String nb, String en) {
            this.nb = nb;
            this.en = en;
        }
    }

    private record Use(Kind kind, String id, Node at) {}

    private final Faults faults;
    private final Map<Kind, Map<String, Node>> declared = new EnumMap<>(Kind.class);
    private final List<Use> uses = new ArrayList<>();
    private final Map<String, Integer> rulesPerPart = new HashMap<>();

    References(Faults faults) {
        this.faults = faults;
        for (Kind kind : Kind.values()) {
            declared.put(kind, new HashMap<>());
        }
    }

    void declare(Kind kind, String id, Node at) {
        if (!id.isEmpty() && of(kind).putIfAbsent(id, at) != null) {
            Fault.DUPLICATE_ID.at(at, faults, id);
        }
    }

    String use(Kind kind, String id, Node at) {
        if (!id.isEmpty()) {
            uses.add(new Use(kind, id, at));
        }
        return id;
    }

    void countRule(String part) {
        rulesPerPart.merge(part, 1, Integer::sum);
    }

    void compare() {
        for (Use use : uses) {
            if (!of(use.kind).containsKey(use.id)) {
                Fault.UNKNOWN_REFERENCE.at(use.at, faults, new Text(use.kind.nb, use.kind.en), use.id);
            }
        }
        of(Kind.CRITERION).forEach((id, at) -> {
            if (uses.stream().noneMatch(use -> use.kind == Kind.CRITERION && use.id.equals(id))) {
                Fault.UNUSED_CRITERION.at(at, faults, id);
            }
        });
        of(Kind.PART).forEach((id, at) -> {
            int rules = rulesPerPart.getOrDefault(id, 0);
            if (rules != 1) {
                Fault.PART_RULES.at(at, faults, id, rules);
            }
        });
    }

    private Map<String, Node> of(Kind kind) {
        return declared.getOrDefault(kind, Map.of());
    }
}
