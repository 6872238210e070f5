package no.arealkompass.scenario;

import java.util.List;
import java.util.Map;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.PlannedLayers.Told;

/**
 * A scenario over the data in use.
 *
 * @param versions of every dataset that has one: the scenario's own where its works change it
 * @param told what became of the works
 */
public record AppliedScenario(Scenario scenario, Map<String, DatasetVersion> versions, List<Told> told) {}
