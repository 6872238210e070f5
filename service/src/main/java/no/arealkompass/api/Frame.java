package no.arealkompass.api;

import java.util.List;
import no.arealkompass.paper.Language;
import org.jspecify.annotations.Nullable;

/**
 * What stands round the content of a public page.
 *
 * @param description one or two sentences for search engines and previews
 * @param path address of this page without the host
 * @param other address of the same page in the other language; empty where there is none
 * @param indexed whether search engines may know it; then both languages name each other and an address for good
 * @param picture what a preview shows
 * @param data schema.org data as JSON, in which {@code <} is escaped
 * @param feed address of the Atom feed that goes with the page
 * @param styles addresses of further style sheets
 * @param scripts addresses of scripts the page can do without
 */
record Frame(
        Language language,
        String title,
        String description,
        String path,
        String other,
        boolean indexed,
        @Nullable Picture picture,
        @Nullable String data,
        @Nullable String feed,
        List<String> styles,
        List<String> scripts) {

    /** A picture with its address without the host, and what it shows. */
    record Picture(String path, String alternative) {}

    /** A page for everyone, which search engines may know. */
    static Frame open(Language language, String title, String description, String path, String other) {
        return new Frame(language, title, description, path, other, true, null, null, null, List.of(), List.of());
    }

    /** A page for whoever has its address. */
    static Frame unlisted(Language language, String title, String description, String path, String other) {
        return new Frame(language, title, description, path, other, false, null, null, null, List.of(), List.of());
    }

    /** The same with a picture for previews. */
    Frame pictured(Picture shown) {
        return new Frame(language, title, description, path, other, indexed, shown, data, feed, styles, scripts);
    }

    /** The same with schema.org data; {@code <} is escaped here. */
    Frame described(String json) {
        return new Frame(
                language,
                title,
                description,
                path,
                other,
                indexed,
                picture,
                json.replace("<", "\\u003c"),
                feed,
                styles,
                scripts);
    }

    /** The same with a feed. */
    Frame fed(String address) {
        return new Frame(language, title, description, path, other, indexed, picture, data, address, styles, scripts);
    }

    /** The same with style sheets of its own and scripts it can do without. */
    Frame dressed(List<String> ownStyles, List<String> ownScripts) {
        return new Frame(
                language, title, description, path, other, indexed, picture, data, feed, ownStyles, ownScripts);
    }

    /** The address of this page in a language. */
    public String in(String code) {
        return code.equals(language.code()) ? path : other;
    }
}
