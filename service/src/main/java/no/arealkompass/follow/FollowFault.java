package no.arealkompass.follow;

import java.util.List;
import no.arealkompass.yaml.Text;

/** A reason was not written, or a plan is not followed: why, field by field, and what to do about it. */
public final class FollowFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of fault. */
    public enum Code {
        NOT_VALID,
        NO_SUCH_FINDING,
        NO_SUCH_REASON,
        NO_LONGER_STANDS,
        NO_SUCH_FOLLOW,
        FOLLOWED_ALREADY,
        TOO_MANY
    }

    /**
     * One thing that is wrong.
     *
     * @param field name of the field in the request; empty when it is about the whole
     */
    public record Problem(String field, Text what, Text remedy) {}

    private final Code code;
    private final transient List<Problem> problems;

    FollowFault(Code code, List<Problem> problems) {
        super(code + ": " + problems);
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    static FollowFault of(Code code, Text what, Text remedy) {
        return new FollowFault(code, List.of(new Problem("", what, remedy)));
    }

    public Code code() {
        return code;
    }

    /** Never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
