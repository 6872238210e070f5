package no.arealkompass.dataset;

import java.util.Map;
import no.arealkompass.yaml.Text;

/** What people call the coordinate systems that files here may be in. */
final class CrsNames {
    private static final Map<Integer, Text> NAMES = Map.of(
            25832, new Text("EUREF89 UTM sone 32", "ETRS89 UTM zone 32"),
            25833, new Text("EUREF89 UTM sone 33", "ETRS89 UTM zone 33"),
            25835, new Text("EUREF89 UTM sone 35", "ETRS89 UTM zone 35"),
            4326, new Text("Lengde og bredde i grader", "Longitude and latitude in degrees"),
            4258, new Text("Lengde og bredde i grader (EUREF89)", "Longitude and latitude in degrees (ETRS89)"),
            3857, new Text("Nettkart (Mercator)", "Web map (Mercator)"));
    private static final Text NORTH_FIRST = new Text(", nord før øst", ", north before east");

    private CrsNames() {}

    static Text of(FileCrs crs) {
        Text name = NAMES.getOrDefault(crs.epsg(), new Text("EPSG:" + crs.epsg(), "EPSG:" + crs.epsg()));
        return crs.northFirst() ? new Text(name.nb() + NORTH_FIRST.nb(), name.en() + NORTH_FIRST.en()) : name;
    }
}
