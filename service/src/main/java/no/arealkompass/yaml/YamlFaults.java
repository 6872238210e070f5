package no.arealkompass.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be used, with every problem found in it, in the order of the document. */
public final class YamlFaults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    YamlFaults(String fileName, List<Problem> problems) {
        super(problems.stream()
                .map(p -> fileName + ":" + p.line() + ":" + p.column() + " "
                        + p.message().nb() + " / " + p.message().en())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One problem and its place.
     *
     * @param code what kind of problem, a stable word in capitals
     * @param line from 1
     * @param column from 1
     * @param message what is wrong and what to do about it
     */
    public record Problem(String code, int line, int column, Text message) {}
}
