package no.arealkompass.snapshot;

/** There is no key to sign with, and none could be made; nothing was frozen. */
public final class NoSigningKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSigningKey(String file, Exception cause) {
        super("no usable Ed25519 key in " + file + " (" + cause.getClass().getSimpleName() + ")", cause);
    }
}
