package no.arealkompass.share;

import java.time.Duration;

/**
 * The cookie that lets a browser in after the right code.
 *
 * @param name of the cookie: begins with {@link #PREFIX}, and is another one for each link
 * @param value to be given to the browser and kept nowhere else
 * @param valid for how long at most
 */
public record Pass(String name, String value, Duration valid) {
    /** What the names of these cookies begin with. */
    public static final String PREFIX = "areal_i_";

    /** Never the value. */
    @Override
    public String toString() {
        return "Pass[" + name + "]";
    }
}
