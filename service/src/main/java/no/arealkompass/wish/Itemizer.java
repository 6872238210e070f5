package no.arealkompass.wish;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.arealkompass.wish.Catalogue.Reading;
import no.arealkompass.wish.Item.Amount;
import no.arealkompass.wish.Item.Compare;
import no.arealkompass.wish.Item.Filler;
import no.arealkompass.wish.Item.Name;
import no.arealkompass.wish.Item.Not;
import no.arealkompass.wish.Item.Sense;
import no.arealkompass.wish.Item.Stop;
import no.arealkompass.wish.Item.Unknown;
import no.arealkompass.wish.Token.Kind;

/** From text to items: numbers with all that belongs to them, names of requirements, and what the rules do not know. */
final class Itemizer {
    private static final Set<String> STOPS = Set.of(",", ";", "\n", "\r", "\r\n", "|", "•", "·", "+", "&", "(", ")");
    private static final Set<String> AND = Set.of("og", "and", "samt");
    private static final Set<String> DASH = Set.of("-", "–", "—");
    private static final Set<String> TO = Set.of("til", "to");

    private enum Small {
        ABOUT,
        BETWEEN,
        NOT,
        FILLER
    }

    private final List<Requirement> requirements;
    private final Map<String, Double> numberWords;
    private final Phrases<Set<String>> names = new Phrases<>();
    private final Phrases<String> units = new Phrases<>();
    private final Phrases<Sense> senses = new Phrases<>();
    private final Phrases<Small> smalls = new Phrases<>();

    Itemizer(Catalogue catalogue) {
        Reading reading = catalogue.reading();
        requirements = catalogue.requirements();
        numberWords = reading.numbers();
        var idsByWord = new TreeMap<String, Set<String>>();
        for (var requirement : requirements) {
            requirement
                    .words()
                    .forEach(word -> idsByWord
                            .computeIfAbsent(word, w -> new LinkedHashSet<>())
                            .add(requirement.id()));
            requirement.units().keySet().stream()
                    .filter(unit -> !unit.isEmpty())
                    .forEach(unit -> units.add(unit, unit));
        }
        idsByWord.forEach(names::add);
        reading.atLeast().forEach(word -> senses.add(word, Sense.AT_LEAST));
        reading.atMost().forEach(word -> senses.add(word, Sense.AT_MOST));
        reading.upTo().forEach(word -> senses.add(word, Sense.UP_TO));
        reading.about().forEach(word -> smalls.add(word, Small.ABOUT));
        reading.between().forEach(word -> smalls.add(word, Small.BETWEEN));
        reading.not().forEach(word -> smalls.add(word, Small.NOT));
        reading.fillers().forEach(word -> smalls.add(word, Small.FILLER));
    }

    List<Item> items(String text) {
        return new Pass(Token.all(text)).run();
    }

    /** One pass over the tokens of one text. */
    private final class Pass {
        private final List<Token> tokens;
        private final List<Item> items = new ArrayList<>();
        private int place;
        private boolean between;

        Pass(List<Token> tokens) {
            this.tokens = tokens;
        }

        List<Item> run() {
            while (place < tokens.size()) {
                if (!amount() && !name() && !compare() && !small()) {
                    other();
                }
            }
            return items;
        }

        private int start(int at) {
            return tokens.get(at).start();
        }

        private int end(int after) {
            return tokens.get(after - 1).end();
        }

        private boolean isNumber(int at) {
            return at < tokens.size() && tokens.get(at).kind() == Kind.NUMBER;
        }

        /** A number in digits, or in letters before a unit or a name that is counted. */
        private boolean startsNumber(int at) {
            if (isNumber(at)) {
                var name = names.at(tokens, at); // a name may begin with a number, but then it goes on
                return name == null || name.length() < 2;
            }
            return at < tokens.size()
                    && numberWords.containsKey(tokens.get(at).text())
                    && (units.at(tokens, at + 1) != null || isCounted(at + 1));
        }

        private boolean isCounted(int at) {
            var name = names.at(tokens, at);
            return name != null
                    && requirements.stream()
                            .anyMatch(r ->
                                    name.meaning().contains(r.id()) && r.units().containsKey(""));
        }

        private double value(int at) {
            return isNumber(at)
                    ? tokens.get(at).value()
                    : numberWords.getOrDefault(tokens.get(at).text(), 0.0);
        }

        private boolean amount() {
            if (!startsNumber(place)) {
                return false;
            }
            int from = place;
            var first = withUnit(place);
            var amount = composed(ranged(first));
            boolean counted = amount.unit().isEmpty() && unknownAt(place);
            var last = items.isEmpty() ? null : items.getLast();
            var whole = new Amount(
                    start(from), end(place), amount.low(), amount.high(), amount.unit(), Sense.PLAIN, counted);
            if (last instanceof Compare compare) {
                items.removeLast();
                whole = whole.meant(compare.sense(), compare.start(), compare.end());
            }
            between = false;
            items.add(whole);
            return true;
        }

        private Amount withUnit(int at) {
            var unit = units.at(tokens, at + 1 < tokens.size() && isHyphen(at + 1) ? at + 2 : at + 1);
            boolean hyphen = unit != null && isHyphen(at + 1);
            place = at + 1 + (unit == null ? 0 : unit.length() + (hyphen ? 1 : 0));
            double value = value(at);
            return new Amount(0, 0, value, value, unit == null ? "" : unit.meaning(), Sense.PLAIN, false);
        }

        private boolean isHyphen(int at) {
            return tokens.get(at).is("-");
        }

        /** "100–300 MW", "500 til 1000 daa", "mellom 500 og 1000 daa" */
        private Amount ranged(Amount first) {
            if (place + 1 >= tokens.size() || !isNumber(place + 1)) {
                return first;
            }
            var mark = tokens.get(place).text();
            if (!DASH.contains(mark) && !TO.contains(mark) && !(between && AND.contains(mark))) {
                return first;
            }
            int back = place;
            var second = withUnit(place + 1);
            if (second.low() <= first.low()
                    || !(first.unit().isEmpty() || first.unit().equals(second.unit()))) {
                place = back;
                return first;
            }
            return new Amount(0, 0, first.low(), second.low(), second.unit(), Sense.PLAIN, false);
        }

        /** "1 time og 15 min": the smaller unit goes on where the larger one ends. */
        private Amount composed(Amount first) {
            int back = place;
            int at = place < tokens.size() && AND.contains(tokens.get(place).text()) ? place + 1 : place;
            if (first.unit().isEmpty() || first.low() != first.high() || !isNumber(at)) {
                return first;
            }
            var second = withUnit(at);
            for (var requirement : requirements) {
                double large = requirement.units().getOrDefault(first.unit(), 0.0);
                double small = requirement.units().getOrDefault(second.unit(), 0.0);
                if (small > 0 && small < large && second.low() * small < large && large == 60 * small) {
                    double sum = first.low() * large / small + second.low();
                    return new Amount(0, 0, sum, sum, second.unit(), Sense.PLAIN, false);
                }
            }
            place = back;
            return first;
        }

        private boolean unknownAt(int at) {
            return at < tokens.size()
                    && tokens.get(at).kind() == Kind.WORD
                    && names.at(tokens, at) == null
                    && senses.at(tokens, at) == null
                    && smalls.at(tokens, at) == null;
        }

        private boolean name() {
            var name = names.at(tokens, place);
            var sense = senses.at(tokens, place);
            if (name == null || (sense != null && sense.length() > name.length())) {
                return false;
            }
            items.add(new Name(start(place), end(place + name.length()), name.meaning()));
            place += name.length();
            return true;
        }

        /** Before a number it belongs to that one; else to the number just before. */
        private boolean compare() {
            var sense = senses.at(tokens, place);
            if (sense == null) {
                return false;
            }
            int from = place;
            place += sense.length();
            skipPoint();
            skipAbout();
            var last = items.isEmpty() ? null : items.getLast();
            if (!startsNumber(place) && last instanceof Amount amount && amount.sense() == Sense.PLAIN) {
                items.removeLast();
                items.add(amount.meant(sense.meaning(), start(from), end(place)));
            } else {
                items.add(new Compare(start(from), end(place), sense.meaning()));
            }
            return true;
        }

        private void skipAbout() {
            var small = smalls.at(tokens, place);
            if (small != null && small.meaning() == Small.ABOUT) {
                place += small.length();
                skipPoint();
            }
        }

        private void skipPoint() {
            if (place < tokens.size()
                    && (tokens.get(place).is(".") || tokens.get(place).is(":"))) {
                place++;
            }
        }

        private boolean small() {
            var small = smalls.at(tokens, place);
            if (small == null || AND.contains(tokens.get(place).text())) {
                return false;
            }
            int from = place;
            place += small.length();
            if (small.meaning() == Small.ABOUT) {
                skipPoint();
            }
            between |= small.meaning() == Small.BETWEEN;
            items.add(
                    small.meaning() == Small.NOT
                            ? new Not(start(from), end(place))
                            : new Filler(start(from), end(place)));
            return true;
        }

        private void other() {
            var token = tokens.get(place);
            place++;
            boolean stop = STOPS.contains(token.text()) || AND.contains(token.text()) || endsSentence(token);
            if (stop) {
                items.add(new Stop(token.start(), token.end()));
            } else if (token.kind() == Kind.WORD && token.text().length() > 1) {
                items.add(new Unknown(token.start(), token.end()));
            }
        }

        private boolean endsSentence(Token token) {
            return token.is(".") && (place >= tokens.size() || start(place) > token.end());
        }
    }
}
