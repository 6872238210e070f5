package no.arealkompass.dataset;

import no.arealkompass.yaml.Text;

/**
 * How many people live within minutes of driving, on road nodes.
 *
 * @param people the dataset with areas or points and how many live there; each enters the roads at one node
 * @param count its property with the number
 * @param minutes how far they drive
 * @param toleranceM people farther than this (m) from any road are not counted
 * @param complete property of ours with the number where the search ended inside roads and people that are known
 * @param atLeast property of ours with what was found, also where data end within the search
 */
public record PeopleWithin(
        RoadRules roads,
        String people,
        String count,
        double minutes,
        double toleranceM,
        String complete,
        String atLeast,
        Text note)
        implements Derivation {}
