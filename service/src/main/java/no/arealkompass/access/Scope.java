package no.arealkompass.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How far a stored result looked: whoever sees at least as far may read it. Ranks and counts tell of everything that was
 * counted, so a reader who sees less needs a result of its own.
 *
 * @param everything drafts and unpublished plans of every municipality
 * @param internal internal sites of every municipality
 * @param municipalities whose drafts and unpublished plans as well
 */
public record Scope(boolean everything, boolean internal, Set<String> municipalities) {
    /** What everyone may see. */
    public static final Scope PUBLISHED = new Scope(false, false, Set.of());

    /** All there is. */
    public static final Scope ALL = new Scope(true, true, Set.of());

    private static final Scope INTERNAL = new Scope(false, true, Set.of());
    private static final Pattern KEY = Pattern.compile("ALL|(PUBLISHED|INTERNAL)(\\+[0-9]{4})*");

    public Scope {
        municipalities = Set.copyOf(municipalities);
    }

    /** How far the caller sees. Single sites that were shared count nowhere: a link shows them, and no ranking of them. */
    public static Scope of(Caller caller) {
        var reach = Access.reach(caller);
        return reach.everything() ? ALL : new Scope(false, reach.internal(), reach.municipalities());
    }

    /** Reads a {@link #key()}, or a {@link #code()}. */
    public static Scope read(String text) {
        var key = text.toUpperCase(Locale.ROOT);
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("No scope: " + text);
        }
        var parts = Arrays.asList(key.split("\\+"));
        return parts.getFirst().equals("ALL")
                ? ALL
                : new Scope(false, parts.getFirst().equals("INTERNAL"), Set.copyOf(parts.subList(1, parts.size())));
    }

    /** As it is stored: {@code PUBLISHED}, {@code INTERNAL+3401+3414}, {@code ALL}. */
    public String key() {
        if (everything) {
            return "ALL";
        }
        var key = new StringBuilder(internal ? "INTERNAL" : "PUBLISHED");
        new TreeSet<>(municipalities).forEach(number -> key.append('+').append(number));
        return key.toString();
    }

    /** As documents say it: the key in lower case. */
    public String code() {
        return key().toLowerCase(Locale.ROOT);
    }

    /** Whether this looks no further than the other. */
    public boolean within(Scope wider) {
        return wider.everything
                || (!everything && (wider.internal || !internal) && wider.municipalities.containsAll(municipalities));
    }

    /** What both see. */
    public Scope and(Scope other) {
        if (everything || other.everything) {
            return everything ? other : this;
        }
        var both = new TreeSet<>(municipalities);
        both.retainAll(other.municipalities);
        return new Scope(false, internal && other.internal, both);
    }

    /** Someone who sees exactly this far and may change nothing, for work that is done in nobody's name. */
    public Caller reader() {
        if (everything) {
            return Caller.service("reader of all");
        }
        if (equals(PUBLISHED)) {
            return Caller.PUBLIC;
        }
        var scopes = new ArrayList<>(List.of(Operation.READ_PUBLISHED, Operation.READ_OWN));
        if (internal) {
            scopes.add(Operation.READ_INTERNAL);
        }
        return Caller.machine("reader of " + code(), municipalities, Set.copyOf(scopes));
    }

    /**
     * The narrowest scope that sees the same: one result then serves all who see the same.
     *
     * @param seen what a scope sees
     */
    public Scope narrowest(Function<Scope, ?> seen) {
        if (equals(PUBLISHED)) {
            return this;
        }
        var mine = seen.apply(this);
        var narrowest = this;
        for (var one : List.of(PUBLISHED, INTERNAL)) {
            if (one.within(this) && Objects.equals(seen.apply(one), mine)) {
                return one;
            }
        }
        for (var number : new TreeSet<>(municipalities)) {
            var less = new TreeSet<>(narrowest.municipalities);
            less.remove(number);
            var without = new Scope(false, internal, less);
            if (Objects.equals(seen.apply(without), mine)) {
                narrowest = without;
            }
        }
        return narrowest;
    }
}
