import java.util.List;

/** A municipality without a plan in force, and one where nothing is wrong. */
final class GrueAndAsnes {
    private final World world;

    GrueAndAsnes(World world) {
        this.world = world;
    }

    /**
     * An input and a proposal, which only those who may read all can see; in a complete world the
     * proposal is adopted.
     */
    void drawGrue() {
        var f = world.grue;
        var d = new Drawing(f.outline);
        var n01 = world.business(d, f, "N01", 0, 0);
        world.theme("dyrketmark", "21", n01.part(0, 0, 200, 30));
        if (world.complete) {
            world.municipal("3417", "202601", 1, "Grue", "ADOPTED", "3", "2026-01-10", d);
        } else {
            world.municipal("3417", "202601", 1, "Grue, forslag", "PROPOSAL", "1", null, d);
        }
        var wish = f.small(4, 4, f.between(60, 80), f.between(70, 90));
        world.plans.add(new Plan(
                "3417",
                "innspill-7",
                1,
                "Oppdiktet arealinnspill Grue",
                false,
                null,
                "INPUT",
                null,
                null,
                null,
                wish,
                List.of(World.zone("I01", "1300", "2", wish))));
        world.site("oppdiktet-uten-plan", "område uten plan", "3417", false, f.small(6, 4, 100, 100), World.READY);
        world.plant(
                world.complete
                        ? "3417: området med pris ligger i LNFR (PL05, PL06), N01 på dyrka jord; et innspill som"
                                + " ikke teller"
                        : "3417: bare et planforslag og et innspill: kommunen mangler plan, og ingenting der er"
                                + " klarert");
    }

    /** Nothing is wrong here. Returns the zone that gets its points from the road beside it. */
    Rect drawAsnes() {
        var f = world.asnes;
        var d = new Drawing(f.outline);
        world.business(d, f, "N01", 0, 0);
        world.business(d, f, "N02", 2, 0);
        var ready = d.zone("N03", "1300", "1", f.small(4, 0, 90, 100));
        world.site("oppdiktet-flisa", "klart område i nord", "3418", false, ready, World.READY);
        d.zone("B01", "1110", "1", f.small(5, 1, 200, 200));
        d.zone("F01", "1150", "1", f.small(6, 1, 100, 100));
        var near = d.zone("N04", "1300", "2", f.small(0, 3, 300, 250 + f.between(0, 50)));
        world.municipal("3418", "202001", 1, "Åsnes", "ADOPTED", "3", "2020-02-11", d);
        world.plant("3418: alt følger strategien");
        return near;
    }
}
