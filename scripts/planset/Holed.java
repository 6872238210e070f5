import java.util.ArrayList;
import java.util.List;

/** A rectangle with rectangular holes. */
record Holed(Rect outer, List<Rect> holes) implements Ground {
    @Override
    public boolean has(double x, double y) {
        return outer.has(x, y) && holes.stream().noneMatch(hole -> hole.has(x, y));
    }

    @Override
    public Rect box() {
        return outer;
    }

    @Override
    public List<Rect> borders() {
        var all = new ArrayList<>(holes);
        all.add(outer);
        return all;
    }
}
