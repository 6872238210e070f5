package no.arealkompass.present;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.arealkompass.yaml.Text;

/** One thing that can be told of a site, and that can be left out. What is no field is never told outside. */
public enum Field {
    NAME("name", Group.SITE, "Navn på området", "Name of the site"),
    MUNICIPALITY("municipality", Group.SITE, "Kommune", "Municipality"),
    MAP("map", Group.SITE, "Kart med omriss", "Map with outline"),
    PLOTS("plots", Group.SITE, "Tomter og status", "Plots and their status"),
    MEDIA("media", Group.SITE, "Bilder og film", "Pictures and film"),
    CONTACT("contact", Group.SITE, "Kontakt", "Contact", "contact", "contactEmail", "contactPhone"),
    FRESHNESS("freshness", Group.SITE, "Når opplysningene sist ble bekreftet", "When the facts were last confirmed"),

    USABLE_AREA("usableArea", Group.AREA, "Brukbart areal", "Usable area"),
    PREPARED_AREA("preparedArea", Group.AREA, "Byggeklart areal", "Ready to build on", "preparedAreaDaa"),
    ZONED_AREA("zonedArea", Group.AREA, "Regulert areal", "Zoned area", "zonedAreaDaa"),
    PLAN_AREA("planArea", Group.AREA, "Planområde", "Plan area", "planAreaDaa"),
    OUTLINE_AREA("outlineArea", Group.AREA, "Areal av omrisset", "Area of the outline"),

    PLAN_STATUS("planStatus", Group.PLAN, "Planstatus", "Plan status", "planStatus"),
    ALLOWED_USE("allowedUse", Group.PLAN, "Tillatt bruk", "Permitted use", "zonedUse"),
    STATE_DECISION("stateDecision", Group.PLAN, "Statlig vedtak", "State decision", "stateDecision"),
    PLANNED_WORKS("plannedWorks", Group.PLAN, "Planlagte tiltak", "Planned works", "plannedWorks"),

    POWER("power", Group.POWER, "Kraft", "Power", "powerMW", "powerBasis"),
    POWER_LINE("powerLine", Group.POWER, "Nærmeste kraftledning", "Nearest power line"),

    HEAVY_ACCESS(
            "heavyAccess",
            Group.ACCESS,
            "Adkomst for tunge kjøretøy",
            "Access for heavy vehicles",
            "heavyVehicleAccess"),
    DRIVE_TIMES("driveTimes", Group.ACCESS, "Kjøretid med bil", "Drive time by car"),
    MAIN_ROAD("mainRoad", Group.ACCESS, "Veg til hovedveg", "Road to the main road"),
    LORRY_TIMES("lorryTimes", Group.ACCESS, "Kjøretid med 60-tonns vogntog", "Drive time by 60-tonne lorry"),

    RAIL_DISTANCE("railDistance", Group.RAIL, "Avstand til jernbane", "Distance to railway"),
    SIDING("siding", Group.RAIL, "Sidespor", "Siding", "siding"),
    ELECTRIFIED("electrified", Group.RAIL, "Elektrifisert bane", "Electrified line", "electrified"),
    RAIL_LENGTH(
            "railLength",
            Group.RAIL,
            "Spor: lengde og stigning",
            "Track: length and gradient",
            "straightLengthM",
            "gradientPromille"),
    RAIL_WORKS("railWorks", Group.RAIL, "Jernbanetiltak", "Rail works", "railWorksNokM"),

    UTILITIES("utilities", Group.UTILITIES, "Vann, avløp og veg", "Water, sewer and road", "utilitiesToBorder"),
    FIBRE("fibre", Group.UTILITIES, "Fiber", "Fibre", "fibreProviders"),
    HEAT("heat", Group.UTILITIES, "Prosessvarme", "Process heat", "processHeat"),

    PRICE("price", Group.PRICE, "Pris og vilkår", "Price and terms", "priceNokPerM2", "discountPercent"),
    OWNERS("owners", Group.PRICE, "Eiendommer eller eiere", "Parcels or owners", "ownersCount"),

    GROUND("ground", Group.GROUND, "Grunnforhold", "Ground conditions", "ground"),
    SLOPE("slope", Group.GROUND, "Flatt terreng", "Level ground"),
    FLOOD("flood", Group.GROUND, "Flom", "Floods", "floodExposed"),
    QUICK_CLAY("quickClay", Group.GROUND, "Kvikkleire", "Quick clay"),
    BOG("bog", Group.GROUND, "Myr", "Mire"),
    FARMLAND("farmland", Group.GROUND, "Dyrket mark", "Farmland"),
    HERITAGE("heritage", Group.GROUND, "Kulturminner", "Cultural heritage"),
    POLLUTED("polluted", Group.GROUND, "Forurenset grunn", "Polluted ground"),
    PROTECTED_NATURE("protectedNature", Group.GROUND, "Vernet natur", "Protected nature"),

    AIMED_AT("aimedAt", Group.MARKET, "Passer for", "Aimed at", "aimedAt"),
    WORKFORCE("workforce", Group.MARKET, "Arbeidskraft", "Labour force"),
    CLUSTER_FIRMS("clusterFirms", Group.MARKET, "Bedrifter i samme næring", "Firms of the same trade", "clusterFirms"),
    TIMBER("timber", Group.MARKET, "Tømmer", "Timber", "annualVolumeM3", "optimalVolumeM3", "neededVolumeM3"),
    BUILT_YEAR("builtYear", Group.MARKET, "Byggeår", "Year built", "builtYear"),
    NEIGHBOURS("neighbours", Group.MARKET, "Andre områder i nærheten", "Other sites nearby"),

    STRATEGY("strategy", Group.STORY, "Hva regionens strategi sier", "What the region's strategy says"),
    VERDICT("verdict", Group.STORY, "Planfaglig vurdering", "Planners' assessment"),
    STORY("story", Group.STORY, "Regionens og kommunens egen omtale", "The region's and municipality's own words");

    private final String key;
    private final Group group;
    private final String nb;
    private final String en;
    private final String facts;

    Field(String key, Group group, String nb, String en, String... facts) {
        this.key = key;
        this.group = group;
        this.nb = nb;
        this.en = en;
        this.facts = String.join(" ", facts);
    }

    /** What fields are listed under. The eight from {@link #AREA} to {@link #GROUND} may knock a site out. */
    public enum Group {
        SITE("site", "Området", "The site"),
        AREA("area", "Areal", "Area"),
        PLAN("plan", "Plan", "Planning"),
        POWER("power", "Kraft", "Power"),
        ACCESS("access", "Adkomst", "Access"),
        RAIL("rail", "Jernbane", "Railway"),
        UTILITIES("utilities", "Vann, avløp og fiber", "Water, sewer and fibre"),
        PRICE("price", "Pris og vilkår", "Price and terms"),
        GROUND("ground", "Grunn og natur", "Ground and nature"),
        MARKET("market", "Næringsliv og arbeidskraft", "Business and labour"),
        STORY("story", "Omtale og vurdering", "Words and assessment");

        private final String key;
        private final String nb;
        private final String en;

        Group(String key, String nb, String en) {
            this.key = key;
            this.nb = nb;
            this.en = en;
        }

        /** Its name in addresses and documents. */
        public String key() {
            return key;
        }

        /** Its name for people. */
        public Text title() {
            return new Text(nb, en);
        }

        boolean knockOut() {
            return compareTo(AREA) >= 0 && compareTo(GROUND) <= 0;
        }
    }

    /** Its name in addresses and documents. */
    public String key() {
        return key;
    }

    /** What it is listed under. */
    public Group group() {
        return group;
    }

    /** Its name for people. */
    public Text title() {
        return new Text(nb, en);
    }

    /** Ids of the stated facts that belong to it. */
    List<String> facts() {
        return facts.isEmpty() ? List.of() : List.of(facts.split(" ", -1));
    }

    /** The field a stated fact belongs to; empty for facts that are not told outside. */
    static Optional<Field> ofFact(String fact) {
        return Arrays.stream(values())
                .filter(field -> field.facts().contains(fact))
                .findFirst();
    }
}
