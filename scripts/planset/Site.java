import java.util.Map;

/** A business area or terminal candidate. */
record Site(
        String id,
        String name,
        String nr,
        boolean terminal,
        boolean published,
        boolean schematic,
        Rect ground,
        Map<String, Object> facts) {}
