package no.arealkompass.paper;

import java.util.List;

/**
 * What stands beside a check in its report.
 *
 * @param explanations what municipalities have written about its findings
 * @param tables area accounts, as they stand
 * @param mark the foot of every page
 * @param identifier the report's own id, in its metadata
 */
public record Report(List<Explanation> explanations, List<Sheet.Table> tables, String mark, String identifier) {}
