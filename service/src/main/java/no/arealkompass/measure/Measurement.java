package no.arealkompass.measure;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The answer to one metric for one site. <i>Not covered</i> is an answer of its own: neither zero nor a pass. */
public sealed interface Measurement {

    /**
     * A number in the metric's unit, always finite; anything else is refused with an IllegalArgumentException.
     */
    record Amount(double value) implements Measurement {
        public Amount {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A measured amount must be a finite number, not " + value);
            }
            value = value + 0.0; // -0.0 becomes 0.0: two equal answers must look equal
        }
    }

    /** A class, or {@code "true"}/{@code "false"}. */
    record Category(String value) implements Measurement {}

    /**
     * The value could not be found.
     *
     * @param args what the explanation names, for instance the dataset or the metres searched
     */
    record NotCovered(Reason reason, Map<String, String> args) implements Measurement {
        public NotCovered {
            args = Collections.unmodifiableMap(new TreeMap<>(args));
        }
    }

    /** Why a value is missing; the code from which pages make a sentence. */
    enum Reason {
        /** No version of the dataset is loaded. */
        NO_DATA,
        /** The site is not wholly inside what the dataset version covers. */
        OUTSIDE_COVERAGE,
        /** Nobody has stated this fact about the site. */
        NOT_STATED,
        /** The nearest feature is farther away than the metric looks. */
        TOO_FAR,
        /** Nothing was found, by a dataset that leaves out objects as large as the whole site. */
        TOO_COARSE,
        /** The feature found has no value for the property. */
        NO_VALUE,
        /** A value was found, but the strategy does not say what it is worth. */
        UNKNOWN_CLASS
    }
}
