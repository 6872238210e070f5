package no.arealkompass.score;

import java.util.List;

/**
 * Everything the strategy says of one site for one purpose. An excluded site has its lines too: they show what it would
 * have got, and give no points.
 *
 * @param flags broken checks, those that exclude among them, and checks that could not be made
 * @param lines one per criterion of the purpose, in the purpose's order
 */
record Judgement(Verdict verdict, List<Flag> flags, List<Line> lines, Confidence confidence) {

    Judgement {
        flags = List.copyOf(flags);
        lines = List.copyOf(lines);
    }

    boolean excluded() {
        return verdict instanceof Verdict.Excluded;
    }
}
