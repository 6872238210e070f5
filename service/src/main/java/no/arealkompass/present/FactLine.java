package no.arealkompass.present;

import org.jspecify.annotations.Nullable;

/**
 * One thing told of a site, ready to be shown.
 *
 * @param key the field it belongs to, see {@link Field#key}
 * @param label what it is called
 * @param value in words and figures; what is not known says so here
 * @param number the figure where there is one
 * @param unit its unit as in strategies; empty for classes and texts
 * @param code a class as documents write it, {@code true} or {@code false}; empty for the rest
 * @param basis as in the site's records, or {@code measured}; empty where nothing is known
 * @param statedBy who says so; empty where nobody does
 * @param on ISO date, month or year of it
 * @param source document or dataset it stands in
 * @param url address of the source; empty where it has none
 * @param origin who says so and when, in words
 * @param note what must be known beside it; mostly empty
 */
public record FactLine(
        String key,
        String label,
        String value,
        State state,
        @Nullable Double number,
        String unit,
        String code,
        String basis,
        String statedBy,
        String on,
        String source,
        String url,
        String origin,
        String note) {

    /** Whether it is known. Neither of the others is ever "nothing there". */
    public enum State {
        KNOWN,
        NOT_STATED,
        NOT_MAPPED
    }

    /** Whether it is known, for templates. */
    public boolean known() {
        return state == State.KNOWN;
    }

    /** The same without the document it stands in, whose title and address may name the site. */
    FactLine undocumented() {
        var told = source.isEmpty() ? origin : origin.replace(": " + source, "");
        return new FactLine(key, label, value, state, number, unit, code, basis, statedBy, on, "", "", told, note);
    }

    static FactLine unknown(Field field, String label, State state, String value) {
        return new FactLine(field.key(), label, value, state, null, "", "", "", "", "", "", "", "", "");
    }
}
