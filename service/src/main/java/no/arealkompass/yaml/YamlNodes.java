package no.arealkompass.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * From text to a tree of YAML nodes that know their line and column. Nodes instead of bound objects, because only they
 * keep duplicate keys and the place of every value. Size, depth and references are refused before a tree is built.
 */
final class YamlNodes {

    static final int MAX_BYTES = 1_000_000;
    private static final int MAX_DEPTH = 30;

    private YamlNodes() {}

    /** The root of the document; problems that leave no tree are thrown at once. */
    static Node root(String yaml, Faults faults) {
        if (yaml.length() > MAX_BYTES || yaml.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            faults.add(1, 1, Fault.TOO_LARGE, MAX_BYTES);
            faults.throwIfAny();
        }
        // The JSON schema of YAML 1.2: "no" and "on" are texts, which matters in Norwegian.
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new JsonSchema())
                .setCodePointLimit(MAX_BYTES)
                .build();
        Optional<Node> root = Optional.empty();
        try {
            refuseReferencesAndDepth(yaml, settings, faults);
            root = new Compose(settings).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            faults.add(e.getProblemMark(), Fault.NOT_YAML, e.getProblem());
        } catch (ReaderException e) {
            String before = yaml.substring(0, yaml.offsetByCodePoints(0, e.getPosition()));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            int column = before.length() - before.lastIndexOf('\n');
            faults.add(line, column, Fault.NOT_YAML, String.valueOf(e.getMessage()));
        } catch (YamlEngineException e) {
            faults.add(1, 1, Fault.NOT_YAML, String.valueOf(e.getMessage()));
        }
        faults.throwIfAny();
        if (root.isEmpty()) {
            faults.add(1, 1, Fault.WRONG_TYPE, Values.MAPPING, Values.NOTHING);
            faults.throwIfAny();
        }
        return root.orElseThrow();
    }

    private static void refuseReferencesAndDepth(String yaml, LoadSettings settings, Faults faults) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(yaml)) {
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                faults.add(event.getStartMark(), Fault.TOO_DEEP, MAX_DEPTH);
                faults.throwIfAny();
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event instanceof AliasEvent
                    || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
                faults.add(event.getStartMark(), Fault.ANCHOR);
            }
        }
        faults.throwIfAny();
    }
}
