import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The ground on which a zone counts in a subject. */
record Counted(Plan plan, Zone zone, List<Rect> winners) implements Ground {
    @Override
    public boolean has(double x, double y) {
        return zone.ground().has(x, y) && winners.stream().noneMatch(w -> w.has(x, y));
    }

    @Override
    public Rect box() {
        return zone.ground().box();
    }

    @Override
    public List<Rect> borders() {
        var all = new ArrayList<>(zone.ground().borders());
        all.addAll(winners);
        return all;
    }

    double areaM2() {
        return Ground.areaM2(box(), List.of(this), this::has);
    }

    boolean of(Set<String> codes) {
        return codes.contains(zone.code());
    }
}
