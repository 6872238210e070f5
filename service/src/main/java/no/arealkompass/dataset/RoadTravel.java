package no.arealkompass.dataset;

import no.arealkompass.yaml.Text;

/** Minutes of driving to the region's destinations, its junctions and metres to its main roads, on road nodes. */
public record RoadTravel(RoadRules roads, Text note) implements Derivation {}
