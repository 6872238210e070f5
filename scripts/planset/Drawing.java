import java.util.ArrayList;
import java.util.List;

/** A plan as it is drawn: what lies in a slot is no longer LNFR, which fills the rest. */
final class Drawing {
    final Rect outline;
    final List<Rect> slots = new ArrayList<>();
    final List<Zone> zones = new ArrayList<>();

    Drawing(Rect outline) {
        this.outline = outline;
    }

    Rect zone(String id, String code, String use, Rect ground) {
        slots.add(ground);
        return inside(id, code, use, ground);
    }

    Rect inside(String id, String code, String use, Rect ground) {
        zones.add(new Zone(id, "PURPOSE", code, use, 2, id, ground));
        return ground;
    }

    /** The same plan with one zone told anew. */
    void instead(String id, String code, String use, Rect ground) {
        zones.removeIf(zone -> zone.id().equals(id));
        slots.removeIf(slot -> slot.meets(ground));
        zone(id, code, use, ground);
    }

    void without(String id, Rect ground) {
        zones.removeIf(zone -> zone.id().equals(id));
        slots.removeIf(slot -> slot.equals(ground));
    }

    Drawing copy() {
        var copy = new Drawing(outline);
        copy.slots.addAll(slots);
        copy.zones.addAll(zones);
        return copy;
    }

    List<Zone> finished() {
        var all = new ArrayList<>(zones);
        all.add(new Zone("L01", "PURPOSE", "5100", "1", 2, "LNFR", new Holed(outline, List.copyOf(slots))));
        return List.copyOf(all);
    }
}
