package no.arealkompass.wish;

import no.arealkompass.yaml.Text;

/** A requirement list that cannot be answered as it is written. Says what is wrong and what would be right. */
public final class WishFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text what;
    private final transient Text remedy;

    WishFault(Text what, Text remedy) {
        super(what.en());
        this.what = what;
        this.remedy = remedy;
    }

    public Text what() {
        return what;
    }

    public Text remedy() {
        return remedy;
    }
}
