package no.arealkompass.share;

/**
 * A link with its address, which is shown now and never again.
 *
 * @param path the address without the page in front: {@code /i/} and 22 characters
 * @param address the whole address; equal to the path when the service does not know its own
 */
public record Made(Link link, String path, String address) {

    /** Never the address: it is the key. */
    @Override
    public String toString() {
        return "Made[" + link.object() + "]";
    }
}
