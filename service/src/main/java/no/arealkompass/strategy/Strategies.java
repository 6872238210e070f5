package no.arealkompass.strategy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import no.arealkompass.yaml.Faults;
import no.arealkompass.yaml.Fields;
import no.arealkompass.yaml.Yaml;
import no.arealkompass.yaml.YamlFaults;

/** Reads strategies from their YAML documents. The format is described in {@code strategy.schema.json} as well. */
public final class Strategies {

    private Strategies() {}

    /**
     * Reads one document strictly: every key is required, unknown and duplicate keys are errors, every id must point at
     * something. All problems found are reported together, with line and column.
     *
     * @param fileName name used in messages only
     * @param yaml the whole document, at most 1 MB
     * @throws StrategyFault when the document has any problem
     */
    public static Strategy read(String fileName, String yaml) throws StrategyFault {
        try {
            return Yaml.read(
                    fileName, yaml, (root, faults) -> new StrategyReader(root.values(), faults).read(root, hash(yaml)));
        } catch (YamlFaults e) {
            throw new StrategyFault(fileName, e);
        }
    }

    /** Reads a metric as strategies write it, in another document that asks the same kind of question. */
    public static Metric metric(Fields fields, String key, Faults faults) {
        return new MetricReader(fields.values(), faults).metric(fields.node(key));
    }

    /** SHA-256 of the text in UTF-8 with line endings as LF, so that a checkout on Windows is the same document. */
    static String hash(String yaml) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            String text = yaml.replace("\r\n", "\n").replace('\r', '\n');
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256", e);
        }
    }
}
