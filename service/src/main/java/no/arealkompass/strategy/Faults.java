package no.arealkompass.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.arealkompass.strategy.StrategyFault.Problem;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the problems of one document, so that its author sees all of them and not one a time. */
final class Faults {

    /** More than this helps nobody: the document is then something else than a strategy. */
    private static final int LIMIT = 100;

    private final String fileName;
    private final List<Problem> problems = new ArrayList<>();

    Faults(String fileName) {
        this.fileName = fileName;
    }

    void add(Node at, Fault fault, Object... args) {
        add(at.getStartMark(), fault, args);
    }

    void add(Optional<Mark> at, Fault fault, Object... args) {
        add(at.map(Mark::getLine).orElse(0) + 1, at.map(Mark::getColumn).orElse(0) + 1, fault, args);
    }

    void add(int line, int column, Fault fault, Object... args) {
        if (problems.size() < LIMIT) {
            problems.add(new Problem(line, column, fault.message(args)));
        }
    }

    void throwIfAny() throws StrategyFault {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new StrategyFault(fileName, problems);
        }
    }
}
