package no.arealkompass.dataset;

import no.arealkompass.yaml.Text;

/** Something that cannot be done with a delivery, or with a file that was to become one; nothing has changed. */
public final class DeliveryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Why {
        /** There is no such delivery, or not any more. */
        UNKNOWN,
        /** It is not in a state for that. */
        NOT_NOW,
        /** The file is larger than allowed. */
        TOO_LARGE,
        /** The caller has too many open deliveries. */
        TOO_MANY,
        /** There is no such dataset, source or coordinate system. */
        BAD_CHOICE
    }

    private final Why why;
    private final transient Text message;
    private final transient Text remedy;

    DeliveryRefused(Why why, Text message, Text remedy) {
        super(message.en());
        this.why = why;
        this.message = message;
        this.remedy = remedy;
    }

    public Why why() {
        return why;
    }

    public Text message() {
        return message;
    }

    public Text remedy() {
        return remedy;
    }
}
