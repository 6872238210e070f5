package no.arealkompass.prospectus;

import no.arealkompass.yaml.Text;

/** A text that cannot be kept as it stands. */
public class TextFault extends RuntimeException {
    private final Code code;
    private final transient Text what;
    private final transient Text remedy;

    /** What kind of fault it is. */
    public enum Code {
        NOT_VALID,
        CHANGED_MEANWHILE
    }

    TextFault(Code code, Text what, Text remedy) {
        super(what.en());
        this.code = code;
        this.what = what;
        this.remedy = remedy;
    }

    /** What kind of fault it is. */
    public Code code() {
        return code;
    }

    /** What is wrong, and where. */
    public Text what() {
        return what;
    }

    /** What would be right. */
    public Text remedy() {
        return remedy;
    }
}
