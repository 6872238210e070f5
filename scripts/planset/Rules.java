import java.util.Map;
import java.util.Set;

/** The numbers of the strategy of 2017, as it has them under `planning`. */
final class Rules {
    /** What "today" must be or come after: no date of the set lies between it and the year 2099. */
    static final String TODAY = "2026-11-26";

    static final double IGNORE_BELOW_M2 = 100;
    static final Set<String> BUSINESS = Set.of(
            "1300", "1310", "1320", "1330", "1340", "1350", "1360", "1390", "1501", "1502", "1800", "1810", "1812",
            "1825", "1826", "1830");
    static final Set<String> VISITOR = Set.of("1130", "1140", "1150", "1310", "1320", "1330", "1812");
    static final Set<String> OCCUPIED = Set.of(
            "1110", "1120", "1130", "1140", "1150", "1160", "1170", "1310", "1320", "1330", "1400", "1600", "1700",
            "1812");
    static final Map<String, Set<String>> ALLOWS = Map.of(
            "gods_terminal", Set.of("1501", "1502", "2020"),
            "tommer_terminal", Set.of("1501", "1502", "2020"),
            "logistikk", Set.of("1300", "1350", "1502", "1800", "1826"),
            "industri_stor", Set.of("1300", "1340", "1800", "1826"),
            "industri_lokal", Set.of("1300", "1340", "1350", "1390", "1800", "1826", "1830"),
            "bio_tre", Set.of("1300", "1340", "1800", "1826"),
            "bygg_anlegg", Set.of("1300", "1340", "1350", "1390", "1800", "1826"));
    static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("PL01", "share"),
            Map.entry("PL02", "count"),
            Map.entry("PL03", "share"),
            Map.entry("PL04", "count"),
            Map.entry("PL05", "share"),
            Map.entry("PL06", "count"),
            Map.entry("PL07", "count"),
            Map.entry("PL08", "points"),
            Map.entry("PL09", "min"),
            Map.entry("PL10", "daa"),
            Map.entry("PL11", "daa"),
            Map.entry("PL12", "daa"),
            Map.entry("PL13", "daa"),
            Map.entry("PL14", "share"),
            Map.entry("PL15", "daa"),
            Map.entry("PL16", ""),
            Map.entry("PL17", "daa"));
    static final double NEED_LOW_DAA = 2500 * 250 / 1000.0; // 100 jobs a year in 25 years; 250–1,000 m² each
    static final double NEED_HIGH_DAA = 2500 * 1000 / 1000.0;

    private Rules() {}
}
