package no.arealkompass.site;

import java.util.List;

/** A site that cannot be saved as it stands. Nothing was stored. */
public class SiteNotValid extends RuntimeException {
    private final String site;
    private final transient List<DraftFault> faults;

    /** @param faults at least one that is blocking */
    public SiteNotValid(String site, List<DraftFault> faults) {
        super(site + ": " + faults.size() + " fault(s), first: " + faults.getFirst());
        this.site = site;
        this.faults = List.copyOf(faults);
    }

    public String site() {
        return site;
    }

    public List<DraftFault> faults() {
        return faults;
    }
}
