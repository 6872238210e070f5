package no.arealkompass.share;

import java.util.List;
import no.arealkompass.yaml.Text;

/** A link was not made or changed: why, field by field, and what to do about it. */
public final class LinkFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of fault. */
    public enum Code {
        NOT_VALID,
        /** There is none with this id, or it is somebody else's. */
        NO_SUCH_LINK,
        /** It is withdrawn, for good. */
        WITHDRAWN,
        /** It stands, but none of its sites may be shown any more. */
        NOTHING_LEFT
    }

    /**
     * One thing that is wrong.
     *
     * @param field name of the field in the request; empty when it is about the whole
     */
    public record Problem(String field, Text what, Text remedy) {}

    private final Code code;
    private final transient List<Problem> problems;

    /** The message names fields only: what was written into them is nobody's business in a log. */
    LinkFault(Code code, List<Problem> problems) {
        super(code + " " + problems.stream().map(Problem::field).toList());
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    static LinkFault of(Code code, Text what, Text remedy) {
        return new LinkFault(code, List.of(new Problem("", what, remedy)));
    }

    static LinkFault noSuchLink() {
        return of(
                Code.NO_SUCH_LINK,
                new Text("Du har ingen lenke med denne id-en.", "You have no link with this id."),
                new Text("Se listen på /api/links.", "See the list at /api/links."));
    }

    static LinkFault withdrawn() {
        return of(
                Code.WITHDRAWN,
                new Text("Lenken er trukket.", "The link is withdrawn."),
                new Text("Lag en ny lenke.", "Make a new link."));
    }

    /** Which kind. */
    public Code code() {
        return code;
    }

    /** Never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
