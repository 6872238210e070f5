package no.arealkompass.score;

/** A published strategy version has other content now. Runs refer to it, so it must not change: publish a new version. */
public class StrategyChanged extends RuntimeException {
    StrategyChanged(String fileName, String id, String version) {
        super(
                fileName + ": version " + version + " of strategy " + id
                        + " is published with other content. Runs refer to it, so it cannot change:"
                        + " give the changed document a new version, or restore the published text (./areal db: table strategy).");
    }
}
