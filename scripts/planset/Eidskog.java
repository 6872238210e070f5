/** Faults of drawing, ground without a flood map, ground wholly protected, and a long way to Kløfta. */
final class Eidskog {
    private final World world;

    Eidskog(World world) {
        this.world = world;
    }

    /** Faults of drawing, ground without a flood map, ground wholly protected, and a long way to Kløfta. */
    Rect draw() {
        var f = world.eidskog;
        var d = new Drawing(f.outline);
        var below = Rect.at(f.outline.w() + 200, f.outline.s() + World.FLOOD_EDGE_M - 300, 80, 90);
        d.zone("N01", "1300", "2", below);
        var across = Rect.at(f.outline.w() + 900, f.outline.s() + World.FLOOD_EDGE_M - 40, 80, 100);
        d.zone("N02", "1300", "2", across);
        var found = Rect.at(f.outline.w() + 1600, f.outline.s() + World.FLOOD_EDGE_M - 40, 80, 100);
        d.zone("N03", "1300", "2", found);
        world.theme("flomsoner", "200klima", found.part(0, 60, f.between(20, 60), 30));
        world.plant("3416 N01, N02: flomkartet dekker ikke (hele) sonen: PL12 kan ikke avgjøres; N03: funnet flom er"
                + " avvik likevel");
        var slotA = f.small(0, 2, 300, 200);
        d.slots.add(slotA);
        d.inside("N04", "1300", "1", slotA.part(0, 0, 240, 200));
        world.plant("3416 ved N04: hull i planen, 60 m bredt");
        var slotB = f.small(1, 2, 300, 200);
        d.slots.add(slotB);
        d.inside("B01", "1110", "1", slotB.part(0, 0, 298, 200));
        world.plant("3416 ved B01: flis uten formål, 2 m bred");
        var slotC = f.small(2, 2, 300, 200);
        d.slots.add(slotC);
        d.inside("N05", "1300", "1", slotC.part(0, 0, 180, 200));
        d.inside("N06", "1300", "1", slotC.part(150, 0, 150, 200));
        world.theme("dyrketmark", "21", slotC.part(140, 50, 30, f.between(40, 60)));
        world.plant("3416 N05 og N06: overlapper med 30 m, og dyrka jord der begge ligger: to avvik, men grunnen teller"
                + " én gang");
        var slotD = f.small(3, 2, 300, 200);
        d.slots.add(slotD);
        d.inside("B02", "1110", "1", slotD.part(0, 0, 151, 200));
        d.inside("B03", "1120", "1", slotD.part(150, 0, 150, 200));
        world.plant("3416 B02 og B03: overlapper som en flis, 1 m bred");
        var slotE = f.small(4, 2, 200, 150);
        d.slots.add(slotE);
        d.inside("B04", "1110", "1", slotE);
        d.inside("B05", "1110", "1", slotE);
        world.plant("3416 B04 og B05: samme flate to ganger");
        var n07 = d.zone("N07", "1300", "1", f.small(6, 2, 120, 110));
        world.theme("naturvern", "", n07.part(-20, -20, 160, 150));
        world.plant("3416 N07: 13,2 daa og helt vernet: utelukket for alt, PL08 og PL13");
        var far = d.zone("N08", "1300", "1", f.big(0, 700, 660 + f.between(0, 40)));
        world.plant("3416 N08: stor logistikksone mer enn 75 minutter fra Kløfta (PL09)");
        world.municipal("3416", "201601", 1, "Eidskog", "ADOPTED", "3", "2016-09-01", d);
        return far;
    }
}
