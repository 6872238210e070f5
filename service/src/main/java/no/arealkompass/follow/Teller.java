package no.arealkompass.follow;

import java.time.Clock;
import java.time.Duration;
import no.arealkompass.mail.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Sends followers what changed: one mail per change and follower, never twice. One that fails is tried again some hours
 * later, a few times, and stops no other.
 */
@Component
class Teller {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
    private static final int ATTEMPTS = 5;
    private static final Duration BETWEEN = Duration.ofHours(6);

    private final FollowRepository follows;
    private final SeenRepository repository;
    private final Mail mail;
    private final StoredChecks checks;
    private final Present present;
    private final Clock clock;

    Teller(
            FollowRepository follows,
            SeenRepository repository,
            Mail mail,
            StoredChecks checks,
            Present present,
            Clock clock) {
        this.follows = follows;
        this.repository = repository;
        this.mail = mail;
        this.checks = checks;
        this.present = present;
        this.clock = clock;
    }

    /** Without a mail server nothing is sent; what is untold then is told when there is one. */
    void tell() {
        if (!mail.configured()) {
            return;
        }
        for (var follow : follows.standing()) {
            String to = follow.mail();
            if (to != null) {
                repository
                        .untold(
                                follow,
                                present.scope(follow),
                                ATTEMPTS,
                                clock.instant().minus(BETWEEN))
                        .forEach(seen -> tell(follow, seen, to));
            }
        }
    }

    private void tell(Follow follow, Seen seen, String to) {
        var token = Token.random();
        var text = new ChangeMail(follow, seen, name(follow, seen), mail.page(), token);
        var begun = repository.begin(follow, seen, token.hash(), clock.instant());
        if (begun.isEmpty()) {
            return;
        }
        try {
            mail.send(to, text.subject(), text.body());
            repository.ended(begun.get(), "", clock.instant());
        } catch (MailException e) {
            var why = Mail.why(e, to);
            LOG.warn("A follower of {} could not be told: {}", follow.subject(), why);
            repository.ended(begun.get(), why.isBlank() ? "?" : why, clock.instant());
        }
    }

    private String name(Follow follow, Seen seen) {
        var name = checks.stored(seen.scope().reader(), seen.check())
                .path("subject")
                .path("name");
        return name.path(follow.language()).asString(follow.subject());
    }
}
