package no.arealkompass.enquiry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The stamp a form carries: when it was shown, for which page, and a number used once, signed with a key that is made at the
 * start and never leaves the memory. After a restart old forms are sent once more, which is all that is lost.
 */
@Component
class FormStamp {
    private static final String MAC = "HmacSHA256";
    private static final int SECONDS_TO_WRITE = 3;
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LONGEST_TEXT = 200;

    private final SecureRandom random = new SecureRandom();
    private final byte[] key = new byte[32];
    private final Clock clock;

    FormStamp(Clock clock) {
        this.clock = clock;
        random.nextBytes(key);
    }

    /** What a stamp says about the form that came back. */
    enum Says {
        GOOD,
        /** Sent quicker than anybody writes. */
        TOO_QUICK,
        /** Open too long, from before the last start, of another page, or made by somebody else. */
        NOT_OURS
    }

    String issue(String page) {
        var number = new byte[12];
        random.nextBytes(number);
        var said = clock.instant().getEpochSecond() + "." + base64(number);
        return said + "." + sign(page, said);
    }

    Says check(String page, String stamp) {
        int end = stamp.lastIndexOf('.');
        if (end < 0 || stamp.length() > LONGEST_TEXT) {
            return Says.NOT_OURS;
        }
        var said = stamp.substring(0, end);
        if (!MessageDigest.isEqual(ascii(sign(page, said)), ascii(stamp.substring(end + 1)))) {
            return Says.NOT_OURS;
        }
        long age = clock.instant().getEpochSecond() - Long.parseLong(said.substring(0, said.indexOf('.')));
        if (age > LONGEST.toSeconds()) {
            return Says.NOT_OURS;
        }
        return age < SECONDS_TO_WRITE ? Says.TOO_QUICK : Says.GOOD;
    }

    /** A word for this text that says nothing to anybody without the key. */
    String seal(String text) {
        return sign("seal", text);
    }

    private String sign(String page, String said) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return base64(mac.doFinal((page + "\n" + said).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
