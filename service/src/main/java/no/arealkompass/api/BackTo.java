package no.arealkompass.api;

import java.util.regex.Pattern;

/** Where a login leads back to: a state of the page, and nothing that could be another host's address. */
final class BackTo {
    private static final Pattern STATE = Pattern.compile("\\?[\\w=&%.,+~/:@*!'()-]{0,4000}");

    private BackTo() {}

    /** A path of ours: "/" with the page's query, which begins with "?"; anything else leads to the front page. */
    static String path(String query) {
        return STATE.matcher(query).matches() ? "/" + query : "/";
    }
}
