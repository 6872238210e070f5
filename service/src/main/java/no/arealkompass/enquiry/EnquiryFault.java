package no.arealkompass.enquiry;

import java.util.List;
import no.arealkompass.yaml.Text;

/** An enquiry was not taken in, or not changed: why, field by field, and what to do about it. */
public final class EnquiryFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of fault. */
    public enum Code {
        /** Fields are wrong. */
        NOT_VALID,
        /** The form was open too long, sent too quickly, or is none of ours: sent once more it passes. */
        SEND_AGAIN,
        /** It looks like a program's. */
        REFUSED,
        /** Too many from here, or about this. */
        TOO_MANY,
        NO_SUCH_ENQUIRY,
        /** Somebody else was first. */
        CHANGED,
        /** What tells of a person is deleted. */
        ERASED
    }

    /**
     * One thing that is wrong.
     *
     * @param field name of the field in the form; empty when it is about the whole
     */
    public record Problem(String field, Text what, Text remedy) {}

    private final Code code;
    private final transient List<Problem> problems;

    EnquiryFault(Code code, List<Problem> problems) {
        super(code.toString()); // never what somebody wrote
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    static EnquiryFault of(Code code, Text what, Text remedy) {
        return new EnquiryFault(code, List.of(new Problem("", what, remedy)));
    }

    /** What kind of fault it is. */
    public Code code() {
        return code;
    }

    /** Never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
