package no.arealkompass.share;

import java.util.List;
import no.arealkompass.access.Access;
import no.arealkompass.access.Accounts;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.site.NoSuchSite;
import no.arealkompass.site.Site;
import no.arealkompass.site.Sites;
import org.springframework.stereotype.Component;

/** Which sites a sender may show, now. */
@Component
class SharedSites {
    private final Sites sites;
    private final Accounts accounts;

    SharedSites(Sites sites, Accounts accounts) {
        this.sites = sites;
        this.accounts = accounts;
    }

    /** What the sender sees: published and internal sites, and the drafts of the own municipalities. Never a withdrawn one. */
    boolean mayShow(Caller sender, String site) {
        try {
            return sites.get(sender, site).publication() != Site.Publication.WITHDRAWN;
        } catch (NoSuchSite e) {
            return false;
        }
    }

    /** Those of a link that are left: the account may have lost a right since, and a site may have been withdrawn. */
    List<String> left(Link link) {
        return accounts.current(link.madeBy())
                .filter(sender -> Access.may(sender, Operation.SHARE))
                .map(sender -> link.sites().stream()
                        .filter(site -> mayShow(sender, site))
                        .toList())
                .orElse(List.of());
    }
}
