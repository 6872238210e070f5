package no.arealkompass.follow;

import no.arealkompass.access.Accounts;
import no.arealkompass.access.Scope;
import org.springframework.stereotype.Component;

/** How far those who follow see today: an account may have lost what it had when it began to follow. */
@Component
class Present {
    private final Accounts accounts;

    Present(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What the follower might read when it began, as far as the account still may; of an account that is gone, what everyone may. */
    Scope scope(Follow follow) {
        return accounts.current(follow.madeBy())
                .map(account -> Scope.of(account).and(follow.scope()))
                .orElse(Scope.PUBLISHED);
    }
}
