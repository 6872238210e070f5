package no.arealkompass.score;

/** A certificate that is not made: it would take too long, for whoever asks or for everybody else. */
public class CertificateRefused extends RuntimeException {
    /** The reason. */
    public enum Why {
        /** The purpose ranks more sites than can be ranked so often in some seconds. */
        TOO_LARGE,
        /** Others were asking, and it was not this one's turn in time. */
        BUSY
    }

    private final Why why;

    CertificateRefused(Why why) {
        super("No certificate: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
