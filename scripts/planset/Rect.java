import java.util.List;

/** West, south, east and north, in metres of EPSG:25833. */
record Rect(double w, double s, double e, double n) implements Ground {
    static Rect at(double w, double s, double width, double height) {
        return new Rect(w, s, w + width, s + height);
    }

    /** From its own south-west corner. */
    Rect part(double fromWest, double fromSouth, double width, double height) {
        return at(w + fromWest, s + fromSouth, width, height);
    }

    double width() {
        return e - w;
    }

    double height() {
        return n - s;
    }

    double areaM2() {
        return width() * height();
    }

    boolean meets(Rect o) {
        return w < o.e && o.w < e && s < o.n && o.s < n;
    }

    boolean holds(Rect o) {
        return w <= o.w && o.e <= e && s <= o.s && o.n <= n;
    }

    double distance(double x, double y) {
        return Math.hypot(Math.max(0, Math.max(w - x, x - e)), Math.max(0, Math.max(s - y, y - n)));
    }

    double distance(Rect o) {
        return Math.hypot(Math.max(0, Math.max(w - o.e, o.w - e)), Math.max(0, Math.max(s - o.n, o.s - n)));
    }

    @Override
    public boolean has(double x, double y) {
        return x > w && x < e && y > s && y < n;
    }

    @Override
    public Rect box() {
        return this;
    }

    @Override
    public List<Rect> borders() {
        return List.of(this);
    }
}
