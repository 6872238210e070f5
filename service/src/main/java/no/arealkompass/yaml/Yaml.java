package no.arealkompass.yaml;

import java.util.function.BiFunction;

/** Reads one document into whatever its owner makes of it. */
public final class Yaml {
    private Yaml() {}

    /**
     * Reads a document whose root is a mapping.
     *
     * @param fileName what problems are reported under
     * @param body makes the result from the root's fields; problems it meets go to the {@link Faults}
     * @throws YamlFaults with every problem, when there is any
     */
    public static <T> T read(String fileName, String yaml, BiFunction<Fields, Faults, T> body) {
        Faults faults = new Faults(fileName);
        Fields root = new Values(faults).fields(YamlNodes.root(yaml, faults));
        T made = body.apply(root, faults);
        root.end();
        faults.throwIfAny();
        return made;
    }
}
