/** A plan in force and a newer version of it on hearing. */
final class NordOdal {
    private final World world;

    NordOdal(World world) {
        this.world = world;
    }

    /** A plan in force and a newer version of it on hearing. */
    void draw() {
        var f = world.nordOdal;
        var d = new Drawing(f.outline);
        var n01 = world.business(d, f, "N01", 0, 0);
        int soil = f.between(15, 30);
        world.theme("dyrketmark", "21", n01.part(-30, -30, 30 + soil, 400));
        world.business(d, f, "N02", 1, 0);
        var n03 = world.business(d, f, "N03", 2, 0);
        var n04 = d.zone("N04", "1300", "2", f.small(3, 0, 60, f.between(60, 80)));
        var n05 = d.zone("N05", "1300", "2", f.small(4, 0, 90, f.between(80, 100)));
        var n06 = world.business(d, f, "N06", 5, 0);
        var b01 = d.zone("B01", "1110", "1", f.small(6, 0, 80, f.between(80, 110)));
        var site = f.small(0, 2, 250, 200);
        var n07 = d.zone("N07", "1300", "2", site.part(0, 0, f.between(120, 160), 200));
        world.site("oppdiktet-pris-uten-plan", "område med pris uten nok plan", "3414", false, site, World.READY);
        var n08 = d.zone("N08", "1300", "1", f.big(0, 700, 650 + f.between(0, 50)));
        var n09 = d.zone("N09", "1300", "1", f.big(1, 700, 700));
        world.theme("dyrketmark", "21", n09.part(0, 0, 400, 500 + f.between(0, 100)));
        d.zone("N10", "1300", "1", f.big(2, 749, 600));
        world.municipal("3414", "201801", 1, "Nord-Odal", "ADOPTED", "3", "2018-05-02", d);
        world.plant("3414 N08, N09: store og uten veg innen 2 km: PL09 kan ikke avgjøres; N10 er 449,4 daa og sees ikke"
                + " på");
        world.plant("3414 N09: mye dyrka jord, så summen bryter PL14");
        world.plant("3414: området har pris og infrastruktur, men for lite er satt av: PL05 mangler, PL06 avviker");

        var h = d.copy();
        h.instead("N01", "1300", "2", new Rect(n01.w() + soil, n01.s(), n01.e(), n01.n()));
        h.without("N03", n03);
        h.instead("N04", "1300", "2", n04.part(0, 0, 60, n04.height() + f.between(10, 30)));
        h.instead("N05", "1300", "2", n05.part(0, 0, 90, n05.height() - f.between(10, 30)));
        h.instead("N06", "1110", "2", n06);
        h.instead("B01", "1300", "2", b01);
        h.instead("N07", "1300", "2", site.part(0, 0, 210, 200));
        var n11 = world.business(h, f, "N11", 7, 0);
        world.theme("myr", "", n11.part(-5, -5, 30, f.between(20, 50)));
        h.zone("N12", "1300", "2", f.big(3, 1600, 900));
        world.municipal("3414", "201801", 2, "Nord-Odal, høring", "HEARING", "2", null, h);
        world.plant("3414 versjon 2 (høring): N01 mindre og fri for dyrka jord, N03 borte, N04 større, N05 mindre, N06"
                + " til bolig,"
                + " B01 til næring, N07 dekker området, N11 ny på myr, N12 ny og så stor at regionen får"
                + " for mye (PL17)");
    }
}
