import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** Everything that is made up. */
final class World {
    /** Facts with which a site meets C45: infrastructure, price and plan. */
    static final Object[] READY = {"planStatus", "regulert", "utilitiesToBorder", 3, "priceNokPerM2", 250};

    static final int FLOOD_EDGE_M = 450; // the flood map ends this far from the south edge of Eidskog's plan
    private static final double EXTENT_M = 0.5; // by which the door widens the extent of a file

    final long seed;
    final Random random;
    final List<Plan> plans = new ArrayList<>();
    final List<Theme> themes = new ArrayList<>();
    final List<Site> sites = new ArrayList<>();
    final List<Road> roads = new ArrayList<>();
    final List<String> planted = new ArrayList<>();
    final Frame kongsvinger;
    final Frame nordOdal;
    final Frame sorOdal;
    final Frame eidskog;
    final Frame grue;
    final Frame asnes;
    final double floodFrom; // the flood map says nothing south of this
    final boolean
            lacking; // with an odd seed the region sets nothing aside for terminal and logistics, and too little in all

    final boolean complete; // every third seed: no municipality lacks a plan, so that sums over the region are certain

    World(long seed) {
        this.seed = seed;
        complete = seed % 3 == 0;
        lacking = seed % 2 != 0;
        random = new Random(seed);
        // Centres of the largest circles in the sample's municipalities; the smallest has a radius of 9.4 km.
        kongsvinger = new Frame(random, 340761, 6676698);
        nordOdal = new Frame(random, 311646, 6705553);
        sorOdal = new Frame(random, 317686, 6683589);
        eidskog = new Frame(random, 334976, 6650864);
        grue = new Frame(random, 354847, 6701073);
        asnes = new Frame(random, 350808, 6730393);
        floodFrom = eidskog.outline.s() + FLOOD_EDGE_M - EXTENT_M;
        var storage = new Kongsvinger(this).draw();
        new NordOdal(this).draw();
        var large = new SorOdal(this).draw();
        var far = new Eidskog(this).draw();
        new GrueAndAsnes(this).drawGrue();
        var near = new GrueAndAsnes(this).drawAsnes();
        new Border(this).draw();
        new Roads(this).draw(storage, large, far, near);
        ground();
    }

    /** A deviation, or its clean counterpart, told to whoever reads the folder. */
    void plant(String text) {
        planted.add(text);
    }

    void theme(String dataset, String type, Ground ground) {
        themes.add(new Theme(dataset, type, ground));
    }

    void site(String id, String name, String nr, boolean terminal, Rect ground, Object... facts) {
        site(id, name, nr, terminal, true, false, ground, facts);
    }

    void site(
            String id,
            String name,
            String nr,
            boolean terminal,
            boolean published,
            boolean schematic,
            Rect ground,
            Object... facts) {
        var stated = new LinkedHashMap<String, Object>();
        stated.put("publicCard", "full");
        for (int i = 0; i < facts.length; i += 2) {
            stated.put((String) facts[i], facts[i + 1]);
        }
        sites.add(new Site(id, "Oppdiktet " + name, nr, terminal, published, schematic, ground, stated));
    }

    void municipal(
            String nr, String planId, int version, String where, String stage, String status, String from, Drawing d) {
        plans.add(new Plan(
                nr,
                planId,
                version,
                "Oppdiktet kommuneplan " + where,
                false,
                "20",
                stage,
                status,
                from,
                null,
                d.outline,
                d.finished()));
    }

    void detailed(
            String nr,
            String planId,
            String where,
            String status,
            String from,
            String to,
            Rect outline,
            Zone... zones) {
        plans.add(new Plan(
                nr,
                planId,
                1,
                "Oppdiktet detaljregulering " + where,
                true,
                "35",
                "ADOPTED",
                status,
                from,
                to,
                outline,
                List.of(zones)));
    }

    static Zone zone(String id, String code, String use, Ground ground) {
        return new Zone(id, "PURPOSE", code, use, 2, id, ground);
    }

    /** A business zone of less than 10 daa, so that its points are not asked for. */
    Rect business(Drawing d, Frame f, String id, int column, int row) {
        return d.zone(id, "1300", "2", f.small(column, row, f.between(60, 90), f.between(70, 105)));
    }

    /** What lies under everything: AR5 in strips, and the layers that have something to say only by being there. */
    private void ground() {
        String[] types = {"30", "21", "30", "60", "11", "30", "22", "12", "50", "81"};
        for (var frame : List.of(kongsvinger, nordOdal, sorOdal, eidskog, grue, asnes)) {
            double west = frame.outline.w() - 200;
            for (int i = 0; i < types.length; i++) {
                double east = i + 1 == types.length
                        ? frame.outline.e() + 200
                        : frame.outline.w() + 720 * (i + 1) + random.nextInt(-300, 301);
                if (frame != eidskog || i + 1 < types.length) { // one strip of Eidskog is not mapped
                    theme("ar5", types[i], new Rect(west, frame.outline.s() - 200, east, frame.outline.n() + 200));
                }
                west = east;
            }
        }
        theme("flomsoner", "20", Rect.at(290000, floodFrom + EXTENT_M, 1, 1)); // the corners of the flood map
        theme("flomsoner", "20", Rect.at(370000, 6745000, 1, 1));
        theme("innsjoer", "", Rect.at(325000, 6689000, 500, 400));
        theme("elver", "", Rect.at(324000, 6689000, 500, 40));
    }
}
