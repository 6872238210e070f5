package no.arealkompass.paper;

import java.time.LocalDate;

/**
 * What a municipality has written about a finding, as it is printed beside it.
 *
 * @param finding id of the finding
 * @param text why the plan deviates
 * @param decision the decision it follows from
 * @param decidedBy the body that decided
 */
public record Explanation(String finding, String text, String decision, String decidedBy, LocalDate decidedOn) {}
