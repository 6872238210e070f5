import java.util.List;

/** Neighbours on both sides of a border, and zones that lie where they should not. */
final class Border {
    private final World world;

    Border(World world) {
        this.world = world;
    }

    // Two vertices of the sample's border between Kongsvinger and Eidskog.
    private static final Vertex WEST = new Vertex(329904.011932228, 6663186.17107215);
    private static final Vertex EAST = new Vertex(342306.740724556, 6662834.19463826);

    private static double borderAt(double x) {
        return WEST.y() + (EAST.y() - WEST.y()) * (x - WEST.x()) / (EAST.x() - WEST.x());
    }

    /**
     * Area of what lies north of the border, which crosses every rectangle here from its west to its east
     * side or not at all.
     */
    static double beyondM2(Rect r) {
        double middle = (borderAt(r.w()) + borderAt(r.e())) / 2;
        return Math.max(0, Math.min(r.n() - middle, r.height())) * r.width();
    }

    /** Neighbours on both sides of a border, and zones that lie where they should not. */
    void draw() {
        double x = 336000 + world.random.nextInt(0, 400);
        double y = Math.floor(borderAt(x));
        var north = Rect.at(x, y + world.random.nextInt(200, 400), 90, 80);
        var south = Rect.at(x + 20, y - world.random.nextInt(300, 500), 80, 90);
        var tooFar = Rect.at(x, y + 2600, 90, 80);
        world.detailed("3401", "202402", "sør", "3", "2024-02-01", null, north, World.zone("R01", "1340", "2", north));
        world.detailed(
                "3401",
                "202403",
                "lenger nord",
                "3",
                "2024-02-01",
                null,
                tooFar,
                World.zone("R01", "1340", "2", tooFar));
        world.detailed("3416", "202405", "nord", "3", "2024-05-01", null, south, World.zone("R01", "1340", "2", south));
        world.detailed(
                "3401",
                "202406",
                "levert to ganger",
                "3",
                "2024-02-02",
                null,
                tooFar,
                World.zone("R01", "1340", "2", tooFar));
        world.plant("3401 202403 og 202406: samme plan levert under to navn");
        world.plant(
                "3401 202402 og 3416 202405: industri på hver side av kommunegrensen; 202403 ligger mer enn 2 km unna");
        double bx = 332000 + world.random.nextInt(0, 300);
        double by = Math.floor(borderAt(bx));
        var outline = new Rect(bx, by - 300, bx + 400, by + 300);
        var beyond = outline.part(10, 400, 100, 150);
        var straddling = outline.part(150, 230, 100, 150);
        var proud = outline.part(300, -25, 60, 100);
        var west = outline.part(0, 0, 300, 600);
        world.detailed(
                "3416",
                "202404",
                "over grensen",
                "3",
                "2024-04-01",
                null,
                outline,
                World.zone("L01", "5100", null, new Holed(west, List.of(beyond, straddling))),
                World.zone("L02", "5100", null, outline.part(360, 0, 40, 600)),
                World.zone("L03", "5100", null, outline.part(300, 75, 60, 525)),
                World.zone("G01", "1600", null, beyond),
                World.zone("G02", "1600", null, straddling),
                World.zone("G03", "1600", null, proud));
        world.plant("3416 202404: G01 ligger i nabokommunen, G02 over kommunegrensen, G03 utenfor plangrensen");
    }
}
