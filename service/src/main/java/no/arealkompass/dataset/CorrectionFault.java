package no.arealkompass.dataset;

import no.arealkompass.yaml.Text;

/** A correction that cannot be registered or withdrawn; nothing was changed. Says what is wrong and what would be right. */
public final class CorrectionFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final transient Text what;
    private final transient Text remedy;

    CorrectionFault(Code code, Text what, Text remedy) {
        super(what.en());
        this.code = code;
        this.what = what;
        this.remedy = remedy;
    }

    /** What kind of fault. */
    public enum Code {
        /** There is no such correction. */
        NO_SUCH_CORRECTION,
        /** It is withdrawn already. */
        WITHDRAWN,
        /** Something in it is missing or wrong. */
        NOT_VALID
    }

    public Code code() {
        return code;
    }

    public Text what() {
        return what;
    }

    public Text remedy() {
        return remedy;
    }
}
