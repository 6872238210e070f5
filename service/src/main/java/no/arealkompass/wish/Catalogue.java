package no.arealkompass.wish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.arealkompass.strategy.Basis;
import no.arealkompass.yaml.Text;

/** What may be asked of land, and the words that requirement lists are read with. */
public record Catalogue(Neighbours neighbours, List<Requirement> requirements, Reading reading) {

    /**
     * Which sites may be joined.
     *
     * @param withinM metres between outlines
     * @param most how many sites at most
     */
    public record Neighbours(double withinM, int most, Basis basis, Text why) {}

    /** Words round a number and between requirements. */
    public record Reading(
            List<String> atLeast,
            List<String> atMost,
            List<String> upTo,
            List<String> about,
            List<String> between,
            List<String> not,
            Map<String, Double> numbers,
            Set<String> fillers) {}

    Optional<Requirement> find(String id) {
        return requirements.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
