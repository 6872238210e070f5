import java.util.LinkedHashMap;
import java.util.Map;

/** @param amount in the unit of the rule; null where there is none */
record Finding(String rule, String kind, String plan, String zone, String site, String municipality, Double amount) {
    Map<String, Object> told() {
        var one = new LinkedHashMap<String, Object>();
        one.put("rule", rule);
        one.put("kind", kind);
        one.put("plan", plan);
        one.put("zone", zone);
        one.put("site", site);
        one.put("municipality", municipality);
        one.put("amount", amount);
        one.put("unit", Rules.UNITS.get(rule));
        return one;
    }
}
