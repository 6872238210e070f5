package no.arealkompass.share;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import no.arealkompass.access.Acting;
import no.arealkompass.access.Caller;
import no.arealkompass.mail.Mail;
import no.arealkompass.yaml.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.MailException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Codes by e-mail, and the cookie that the right code is changed into. */
@Component
class Codes implements DisposableBean {
    static final Duration VALID = Duration.ofMinutes(15);
    static final int TRIES = 5;
    static final Duration PASS = Duration.ofHours(12);
    private static final int PER_HOUR = 5;
    private static final int AT_ONCE = 4;
    private static final int CODES = 1_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(Codes.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** A million codes are tried quickly against a plain hash; against this one not within the life of a code. */
    private static final BCryptPasswordEncoder HASHES = new BCryptPasswordEncoder();

    private final VisitRepository visits;
    private final Mail mail;
    private final Clock clock;
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);

    Codes(VisitRepository visits, Mail mail, Clock clock) {
        this.visits = visits;
        this.mail = mail;
        this.clock = clock;
    }

    /** Sends a code when this is the address of the link. Beside the caller, so that the time taken tells nothing. */
    void ask(Caller service, LinkRepository.Stored stored, String address) {
        var bound = stored.link().protection().codeMail();
        if (bound != null && bound.equalsIgnoreCase(address.strip())) {
            sending.execute(() -> Acting.as(service, () -> send(stored, bound)));
        }
    }

    private void send(LinkRepository.Stored stored, String address) {
        room.acquireUninterruptibly();
        try {
            var now = clock.instant();
            var link = stored.link();
            visits.forget(now.minus(PASS));
            if (visits.codesSince(link.id(), now.minus(Duration.ofHours(1))) >= PER_HOUR) {
                return;
            }
            var code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
            visits.addCode(link.id(), stored.issue(), HASHES.encode(code), now, now.plus(VALID));
            var words = new Text(
                    "Koden er %s.%n%nDen gjelder i 15 minutter og for lenken du nettopp åpnet. Har du ikke bedt om den, kan du se bort fra denne meldingen.%n",
                    "The code is %s.%n%nIt is valid for 15 minutes and for the link you just opened. If you did not ask for it, you can ignore this message.%n");
            boolean english = link.language().equals("en");
            mail.send(
                    address,
                    english ? "Your code for the site pages" : "Kode til områdesidene",
                    String.format(Locale.ROOT, english ? words.en() : words.nb(), code));
        } catch (MailException e) {
            LOG.warn("A code could not be sent: {}", Mail.why(e, address));
        } finally {
            room.release();
        }
    }

    /** The cookie for the right code; empty for a wrong, used or old one, and when no try is left. */
    Optional<Secret> enter(LinkRepository.Stored stored, String code) {
        var now = clock.instant();
        var link = stored.link();
        var tried = visits.takeTry(link.id(), stored.issue(), TRIES, now);
        boolean right = tried.isPresent()
                && code.matches("\\d{6}")
                && HASHES.matches(code, tried.get().codeHash());
        if (!right || !visits.use(tried.get().id(), now)) {
            return Optional.empty();
        }
        var cookie = Secret.random();
        visits.addPass(cookie.hash(), link.id(), stored.issue(), earlier(now.plus(PASS), link.expiresAt()));
        return Optional.of(cookie);
    }

    /** Whether one of the cookies was given out for this link and its present token. */
    boolean passes(LinkRepository.Stored stored, List<String> cookies) {
        var hashes = cookies.stream().map(text -> new Secret(text).hash()).toList();
        return visits.passes(hashes, stored.link().id(), stored.issue(), clock.instant());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    @Override
    public void destroy() {
        sending.shutdown();
    }
}
