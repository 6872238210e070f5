package no.arealkompass.wish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import no.arealkompass.wish.Item.Amount;
import no.arealkompass.wish.Item.Filler;
import no.arealkompass.wish.Item.Name;
import no.arealkompass.wish.Item.Not;
import no.arealkompass.wish.Item.Sense;
import no.arealkompass.wish.Item.Stop;
import no.arealkompass.wish.Item.Unknown;
import no.arealkompass.wish.Requirement.Form;
import no.arealkompass.wish.Understood.Asked;
import no.arealkompass.wish.Understood.How;

/**
 * Reads a requirement list by plain rules and the words of the catalogue. A clause ends at a comma, "and", a full stop or
 * a new line; within it each number belongs to the name that takes its unit, or to the one requirement the unit alone
 * means. What is turned round ("at most 100 daa"), denied, ambiguous or unknown is given back as not understood.
 */
final class TextReader {
    private final Catalogue catalogue;
    private final Itemizer itemizer;

    TextReader(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.itemizer = new Itemizer(catalogue);
    }

    Understood read(String text) {
        var pass = new Pass(text);
        var clause = new ArrayList<Item>();
        for (var item : itemizer.items(text)) {
            if (item instanceof Stop) {
                pass.clause(clause);
                clause.clear();
            } else {
                clause.add(item);
            }
        }
        pass.clause(clause);
        return pass.result();
    }

    /** What is gathered from one text. */
    private final class Pass {
        private final String text;
        private final Map<String, Asked> asked = new LinkedHashMap<>();
        private final List<Name> withoutNumber = new ArrayList<>();
        private final Map<Integer, String> notUnderstood = new TreeMap<>();

        Pass(String text) {
            this.text = text;
        }

        Understood result() {
            withoutNumber.forEach(this::usual);
            var order = catalogue.requirements().stream()
                    .map(r -> asked.get(r.id()))
                    .filter(Objects::nonNull)
                    .toList();
            return new Understood(order, List.copyOf(notUnderstood.values()));
        }

        void clause(List<Item> items) {
            if (items.stream().allMatch(Filler.class::isInstance)) {
                return;
            }
            if (items.stream().anyMatch(Not.class::isInstance)) {
                lost(items);
                return;
            }
            var part = new ArrayList<Item>();
            for (var item : items) {
                if (item instanceof Amount && part.stream().anyMatch(Amount.class::isInstance)) {
                    part(part);
                    part.clear();
                }
                part.add(item);
            }
            part(part);
        }

        /** A piece of a clause with one number at most. */
        private void part(List<Item> items) {
            var names = items.stream()
                    .filter(Name.class::isInstance)
                    .map(Name.class::cast)
                    .toList();
            var amount = items.stream()
                    .filter(Amount.class::isInstance)
                    .map(Amount.class::cast)
                    .findFirst();
            if (amount.isEmpty()) {
                withoutNumber.addAll(names);
            } else if (!take(amount.get(), names, items)) {
                lost(items);
                return;
            }
            leftOver(items);
        }

        private boolean take(Amount amount, List<Name> names, List<Item> items) {
            var meant = meant(amount, names);
            if (meant.size() != 1 || amount.bare()) {
                return false;
            }
            var requirement = meant.iterator().next();
            double factor = requirement.units().getOrDefault(amount.unit(), 1.0);
            double value = rounded(requirement.harder(amount.low(), amount.high()) * factor);
            if (!agrees(requirement.form(), amount.sense()) || !requirement.allows(value)) {
                return false;
            }
            boolean chosen = amount.low() != amount.high()
                    || (amount.sense() == Sense.UP_TO && requirement.form() == Form.AT_LEAST);
            add(requirement, value, piece(items), chosen ? List.of(How.RANGE) : List.of());
            names.stream()
                    .filter(name -> !name.ids().contains(requirement.id()))
                    .forEach(withoutNumber::add);
            return true;
        }

        /** Which requirements the number may be for: those named that take the unit, or the one the unit alone means. */
        private Set<Requirement> meant(Amount amount, List<Name> names) {
            var named = new LinkedHashSet<Requirement>();
            var alone = new LinkedHashSet<Requirement>();
            for (var requirement : catalogue.requirements()) {
                if (requirement.units().containsKey(amount.unit())) {
                    if (names.stream().anyMatch(name -> name.ids().contains(requirement.id()))) {
                        named.add(requirement);
                    }
                    if (requirement.alone()) {
                        alone.add(requirement);
                    }
                }
            }
            return named.isEmpty() ? alone : named;
        }

        /** A name without a number asks for yes, or for the usual number; where a number stands elsewhere it adds nothing. */
        private void usual(Name name) {
            if (name.ids().stream().anyMatch(asked::containsKey)) {
                return;
            }
            for (var requirement : catalogue.requirements()) {
                var usual = requirement.usual();
                if (name.ids().contains(requirement.id()) && (usual != null || requirement.form() == Form.YES)) {
                    double value = usual == null ? 1 : usual.value();
                    var how = usual == null ? List.<How>of() : List.of(How.USUAL);
                    add(requirement, value, text.substring(name.start(), name.end()), how);
                    return;
                }
            }
            notUnderstood.put(name.start(), text.substring(name.start(), name.end()));
        }

        private void add(Requirement requirement, double value, String from, List<How> how) {
            var one = new Asked(requirement.id(), value, requirement.unit(), from, how);
            asked.merge(requirement.id(), one, (before, now) -> {
                double harder = requirement.harder(before.value(), now.value());
                return new Asked(
                        before.id(), harder, before.unit(), before.from() + " … " + now.from(), List.of(How.SEVERAL));
            });
        }

        /** Words nobody knows beside what was understood, with the small words between them. */
        private void leftOver(List<Item> items) {
            int start = -1;
            int end = -1;
            for (var item : items) {
                if (item instanceof Unknown || item instanceof Item.Compare) {
                    start = start < 0 ? item.start() : start;
                    end = item.end();
                } else if (!(item instanceof Filler) && start >= 0) {
                    notUnderstood.put(start, text.substring(start, end));
                    start = -1;
                }
            }
            if (start >= 0) {
                notUnderstood.put(start, text.substring(start, end));
            }
        }

        private void lost(List<Item> items) {
            notUnderstood.put(items.getFirst().start(), piece(items));
        }

        private String piece(List<Item> items) {
            return text.substring(items.getFirst().start(), items.getLast().end())
                    .strip();
        }
    }

    private static boolean agrees(Form form, Sense sense) {
        return switch (sense) {
            case PLAIN, UP_TO -> true;
            case AT_LEAST -> form == Form.AT_LEAST;
            case AT_MOST -> form == Form.AT_MOST;
        };
    }

    /** Factors are decimal fractions; what they leave behind in binary is not what was asked for. */
    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
