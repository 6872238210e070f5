package no.arealkompass.site;

import java.util.List;

/** Sites in a delivery that cannot be taken over; the whole delivery is then refused. */
public class SiteFault extends RuntimeException {
    private final transient List<Problem> problems;

    SiteFault(List<Problem> problems) {
        super(problems.size() + " problem(s) with sites, first: " + problems.getFirst());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** What is wrong with which site, and what to do, in both languages. */
    public record Problem(String site, String nb, String en) {}
}
