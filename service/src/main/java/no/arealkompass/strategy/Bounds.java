package no.arealkompass.strategy;

/** A limit that a number keeps or breaks. The limit itself is kept. */
public sealed interface Bounds {

    /** Whether the number, in the check's unit, is inside the limit. */
    boolean holds(double value);

    /**
     * An upper limit.
     *
     * @param limit the largest number allowed
     */
    record AtMost(double limit) implements Bounds {
        @Override
        public boolean holds(double value) {
            return value <= limit;
        }
    }

    /**
     * A lower limit.
     *
     * @param limit the smallest number allowed
     */
    record AtLeast(double limit) implements Bounds {
        @Override
        public boolean holds(double value) {
            return value >= limit;
        }
    }

    /**
     * A range, both ends in it.
     *
     * @param low the smallest number allowed
     * @param high the largest number allowed, not below {@code low}
     */
    record Between(double low, double high) implements Bounds {
        @Override
        public boolean holds(double value) {
            return value >= low && value <= high;
        }
    }
}
