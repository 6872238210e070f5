package no.arealkompass.share;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.arealkompass.access.Caller;
import org.springframework.stereotype.Component;

/** What a token opens. Looks links up as the service, since whoever holds a token has no account. */
@Component
class Doorway {
    /** Reading a page again within this time is the same visit. */
    private static final Duration VISIT = Duration.ofMinutes(30);

    private static final Opened CLOSED = new Opened.Closed();

    private final LinkRepository links;
    private final VisitRepository visits;
    private final SharedSites sites;
    private final Codes codes;
    private final Misses misses;
    private final Clock clock;

    Doorway(LinkRepository links, VisitRepository visits, SharedSites sites, Codes codes, Misses misses, Clock clock) {
        this.links = links;
        this.visits = visits;
        this.sites = sites;
        this.codes = codes;
        this.misses = misses;
        this.clock = clock;
    }

    Opened open(Visit visit) {
        if (misses.tooMany(visit.client())) {
            return new Opened.TooMany();
        }
        var found = standing(visit);
        if (found.isEmpty()) {
            return CLOSED;
        }
        var stored = found.get();
        var left = sites.left(stored.link());
        if (left.isEmpty()) {
            return CLOSED;
        }
        if (stored.link().protection().codeMail() != null && !codes.passes(stored, visit.cookies())) {
            return new Opened.NeedsCode(stored.link().language());
        }
        var now = clock.instant();
        var before = visits.openedBefore(stored.link().id(), now.minus(VISIT));
        boolean gone = visit.counts()
                && !visits.count(stored.link().id(), stored.issue(), now, now.truncatedTo(ChronoUnit.MINUTES));
        return gone ? CLOSED : shown(stored.link(), left, before);
    }

    /** What a link shows its recipient, for the sender's eyes: not counted, and no code asked for. */
    Opened.Shown preview(Link link) {
        return shown(link, sites.left(link), Optional.empty());
    }

    private static Opened.Shown shown(Link link, List<String> left, Optional<Instant> before) {
        var recipient = Caller.recipient(link.object(), Set.copyOf(left));
        return new Opened.Shown(link, recipient, left, before.orElse(null));
    }

    void askCode(Caller service, Visit visit, String address) {
        if (!misses.tooMany(visit.client())) {
            standing(visit).ifPresent(stored -> codes.ask(service, stored, address));
        }
    }

    Optional<Pass> enterCode(Visit visit, String code) {
        if (misses.tooMany(visit.client())) {
            return Optional.empty();
        }
        return standing(visit)
                .flatMap(stored -> codes.enter(stored, code)
                        .map(cookie -> new Pass(Pass.PREFIX + stored.link().id(), cookie.text(), Codes.PASS)));
    }

    private Optional<LinkRepository.Stored> standing(Visit visit) {
        var found = links.byToken(new Secret(visit.token()).hash(), clock.instant());
        if (found.isEmpty()) {
            misses.add(visit.client());
        }
        return found.filter(stored -> stored.link().state() == Link.State.STANDING);
    }
}
