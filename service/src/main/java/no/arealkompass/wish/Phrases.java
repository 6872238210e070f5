package no.arealkompass.wish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds known phrases among the tokens of a text; the longest that fits counts. Phrases are split as texts are. */
final class Phrases<T> {
    private record Phrase<T>(List<String> tokens, boolean anyEnding, T meaning) {}

    /**
     * A phrase found.
     *
     * @param length in tokens
     */
    record Hit<T>(T meaning, int length) {}

    private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();
    private final List<Phrase<T>> open = new ArrayList<>();

    /** @param text with * at the end for any ending of its last word */
    void add(String text, T meaning) {
        boolean anyEnding = text.endsWith("*");
        var tokens = Token.all(anyEnding ? text.substring(0, text.length() - 1) : text).stream()
                .map(Token::text)
                .toList();
        var phrase = new Phrase<>(tokens, anyEnding, meaning);
        if (anyEnding && tokens.size() == 1) {
            open.add(phrase);
        } else {
            byFirst.computeIfAbsent(tokens.getFirst(), first -> new ArrayList<>())
                    .add(phrase);
        }
    }

    /** The longest phrase that begins at a place; of phrases with an open end the one that says most. */
    @Nullable
    Hit<T> at(List<Token> tokens, int place) {
        if (place >= tokens.size()) {
            return null;
        }
        Phrase<T> best = null;
        for (var phrase : byFirst.getOrDefault(tokens.get(place).text(), List.of())) {
            best = better(best, phrase, tokens, place);
        }
        for (var phrase : open) {
            best = better(best, phrase, tokens, place);
        }
        return best == null ? null : new Hit<>(best.meaning(), best.tokens().size());
    }

    private @Nullable Phrase<T> better(@Nullable Phrase<T> best, Phrase<T> phrase, List<Token> tokens, int place) {
        return fits(phrase, tokens, place) && (best == null || weight(phrase) > weight(best)) ? phrase : best;
    }

    private static int weight(Phrase<?> phrase) {
        return phrase.tokens().size() * 1000 + phrase.tokens().getLast().length() * 2 + (phrase.anyEnding() ? 0 : 1);
    }

    private static boolean fits(Phrase<?> phrase, List<Token> tokens, int place) {
        int last = phrase.tokens().size() - 1;
        if (place + last >= tokens.size()) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (!tokens.get(place + i).is(phrase.tokens().get(i))) {
                return false;
            }
        }
        var end = tokens.get(place + last).text();
        var wanted = phrase.tokens().get(last);
        return phrase.anyEnding() ? end.startsWith(wanted) : end.equals(wanted);
    }
}
