package no.arealkompass.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.arealkompass.yaml.YamlFaults.Problem;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the problems of one document, so that its author sees all of them and not one a time. */
public final class Faults {

    /** More than this helps nobody: the document is then something else than it says. */
    private static final int LIMIT = 100;

    private final String fileName;
    private final List<Problem> problems = new ArrayList<>();

    Faults(String fileName) {
        this.fileName = fileName;
    }

    /** Reports a problem that only the owner of the document can know. */
    public void add(Node at, Text message) {
        add(at, "MEANING", message);
    }

    /**
     * Reports a problem that only the owner of the document can know, under a word of its own.
     *
     * @param code a stable word in capitals
     */
    public void add(Node at, String code, Text message) {
        add(line(at.getStartMark()), column(at.getStartMark()), code, message);
    }

    void add(Node at, Fault fault, Object... args) {
        add(at.getStartMark(), fault, args);
    }

    void add(Optional<Mark> at, Fault fault, Object... args) {
        add(line(at), column(at), fault, args);
    }

    void add(int line, int column, Fault fault, Object... args) {
        add(line, column, fault.name(), fault.message(args));
    }

    private void add(int line, int column, String code, Text message) {
        if (problems.size() < LIMIT) {
            problems.add(new Problem(code, line, column, message));
        }
    }

    private static int line(Optional<Mark> at) {
        return at.map(Mark::getLine).orElse(0) + 1;
    }

    private static int column(Optional<Mark> at) {
        return at.map(Mark::getColumn).orElse(0) + 1;
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new YamlFaults(fileName, problems);
        }
    }
}
