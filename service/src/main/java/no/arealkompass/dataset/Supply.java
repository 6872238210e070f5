package no.arealkompass.dataset;

import java.util.List;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * How a product is delivered and kept up. It decides nothing of what is stored, so it is not frozen into versions.
 *
 * @param terms who may have it
 * @param updates how often the publisher changes it
 * @param schemaSeen whether a file of it has been read with this layer and mapping; false = from memory, not verified
 * @param download where it can be fetched without a person; null = a person has to fetch it
 */
public record Supply(
        Terms terms,
        Text updates,
        Suitability suitability,
        boolean schemaSeen,
        @Nullable Download download) {

    /** Who may have the data. */
    public enum Terms {
        /** Everybody, under the licence named. */
        OPEN,
        /** Parties of an agreement, such as Norge digitalt; municipalities are parties. */
        AGREEMENT,
        /** Not looked up yet. */
        NOT_CHECKED
    }

    /**
     * How well the publisher or the public map base says the product suits a kind of plan.
     *
     * @param kommuneplan 1 to 5, or words; empty = not stated
     * @param reguleringsplan as above
     * @param source where that is stated; empty when nothing is
     */
    public record Suitability(String kommuneplan, String reguleringsplan, String source) {}

    /**
     * An address, and what may come from it.
     *
     * @param address with {@code {number}} and {@code {name}} of a municipality and {@code {crs}}, the EPSG code of
     *     the storage CRS
     * @param per one file for the region, or one for each of its municipalities
     * @param member part of the name of the one file in the archive that is meant; empty = what comes is taken whole
     * @param hosts the only hosts that are asked, also after a redirect
     * @param maxMb most that is taken of one file (MB)
     * @param sha256 SHA-256 the file must have, in hex; empty = none is stated
     * @param checksumSuffix what is added to the address to get a file with its SHA-256; empty = there is none
     * @param addressSeen whether the address is named by a source; false = made by the publisher's pattern
     */
    public record Download(
            String address,
            Per per,
            String member,
            List<String> hosts,
            int maxMb,
            String sha256,
            String checksumSuffix,
            boolean addressSeen) {
        /** How many files make the dataset. */
        public enum Per {
            REGION,
            MUNICIPALITY
        }

        /** The addresses for a region, in the order of its municipalities. */
        List<String> addresses(Region region) {
            String filled = address.replace("{crs}", String.valueOf(region.srid()));
            return per == Per.REGION
                    ? List.of(filled)
                    : region.municipalities().stream()
                            .map(m -> filled.replace("{number}", m.number()).replace("{name}", m.fileName()))
                            .toList();
        }
    }
}
