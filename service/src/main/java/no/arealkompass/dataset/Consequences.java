package no.arealkompass.dataset;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import no.arealkompass.access.Caller;

/**
 * What follows from an import beyond this package.
 *
 * @param within what else belongs to a version: runs in the transaction that makes it, is taken back with it when the
 *     file is only examined, and undoes it by throwing
 * @param outlines the outlines of known objects by id, as well-known binary in the storage CRS: for tables without
 *     geometry that update a dataset of sites
 * @param after what is brought up to date once an import is in use
 */
public record Consequences(
        BiFunction<Caller, ImportedVersion, Followed> within,
        BiFunction<Caller, List<String>, Map<String, byte[]>> outlines,
        BiConsumer<Caller, Progress> after) {
    /** Nothing follows. */
    public static final Consequences NONE = new Consequences(
            (caller, version) -> Followed.NOTHING, (caller, ids) -> Map.of(), (caller, progress) -> {});
}
