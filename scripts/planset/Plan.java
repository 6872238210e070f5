import java.util.List;

/** One version of a plan: a plan for the whole municipality, a detailed plan (zoning) or an input (no type). */
record Plan(
        String nr,
        String planId,
        int version,
        String name,
        boolean zoning,
        String type,
        String stage,
        String status,
        String from,
        String to,
        Rect outline,
        List<Zone> zones) {
    String key() {
        return nr + "-" + planId;
    }

    String id() {
        return key() + "@" + version;
    }
}
