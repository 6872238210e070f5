package no.arealkompass.share;

import java.util.List;

/**
 * Somebody at the address of a link.
 *
 * @param token as it stood in the address; anything at all
 * @param cookies what the browser brought along from codes that were entered; anything at all
 * @param counts whether this is a person opening the page, and not a picture of it, a program or the sender
 * @param client network address, to stop guessing; held in memory for some minutes, never stored
 */
public record Visit(String token, List<String> cookies, boolean counts, String client) {
    public Visit {
        cookies = List.copyOf(cookies);
    }

    /** Never the token: whatever ends up in a log must not open anything. */
    @Override
    public String toString() {
        return "Visit";
    }
}
