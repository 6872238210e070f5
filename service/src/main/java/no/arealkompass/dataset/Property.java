package no.arealkompass.dataset;

import no.arealkompass.yaml.Text;

/**
 * A property of the objects of a dataset, under our name for it.
 *
 * @param required whether an object without it is refused
 */
public record Property(Type type, boolean required, Text name) {
    /** What kind of value it holds. */
    public enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        JSON
    }
}
