package no.arealkompass.dataset;

import java.util.Map;
import no.arealkompass.yaml.Text;

/**
 * How minutes of driving are derived from a road dataset.
 *
 * @param from the road dataset
 * @param splitM road links are cut into pieces of at most this length (m); each end becomes a node
 * @param joinM ends closer than this (m) are the same node
 * @param speedsKmh speed by road class (km/h); a class that is not here cannot be driven
 * @param basis on what the speeds rest: rule, value or proposal
 */
public record RoadTravel(
        String from, double splitM, double joinM, Map<String, Double> speedsKmh, String basis, Text note) {}
