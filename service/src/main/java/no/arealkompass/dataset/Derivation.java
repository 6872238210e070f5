package no.arealkompass.dataset;

import java.util.List;
import no.arealkompass.yaml.Text;

/** A declared step that makes a layer from layers. */
public sealed interface Derivation permits RoadTravel, PeopleWithin {
    /** The roads it travels on. */
    RoadRules roads();

    /** What a reader should know of the assumptions. */
    Text note();

    /** The datasets it is made from, the roads first. */
    default List<String> from() {
        return switch (this) {
            case RoadTravel travel -> List.of(travel.roads().from());
            case PeopleWithin within -> List.of(within.roads().from(), within.people());
        };
    }
}
