package no.arealkompass.wish;

import java.util.List;

/**
 * What a text was read as, to be confirmed by whoever wrote it.
 *
 * @param notUnderstood every piece of the text that asks for something the rules do not know, as it stands there
 */
public record Understood(List<Asked> requirements, List<String> notUnderstood) {

    /**
     * One requirement.
     *
     * @param value in the requirement's unit; 1 for those that ask for yes
     * @param from the piece of the text it was read from
     * @param how what was decided for the reader; empty when the text said it plainly
     */
    public record Asked(String id, double value, String unit, String from, List<How> how) {}

    /** What the rules had to decide. */
    public enum How {
        /** The text gave no number, so the catalogue's usual one was taken. */
        USUAL,
        /** The text gave a range or "up to", and the end that asks most of the land was taken. */
        RANGE,
        /** The text asked more than once, and the harder one was taken. */
        SEVERAL
    }
}
