/** The large road-based site, and plans whose status and dates say that they apply or do not. */
final class SorOdal {
    private final World world;

    SorOdal(World world) {
        this.world = world;
    }

    /** The large road-based site. Returns its zone. */
    Rect draw() {
        var f = world.sorOdal;
        var d = new Drawing(f.outline);
        var large = f.big(0, 900, 800);
        d.slots.add(large);
        int shop = f.between(20, 30);
        int homes = f.between(50, 70);
        d.inside("S01", world.lacking ? "1200" : "1300", "2", large.part(0, 0, 900 - shop - homes, 800));
        d.inside("F01", "1130", "2", large.part(900 - shop - homes, 0, shop, 800));
        d.inside("B01", "1110", "2", large.part(900 - homes, 0, homes, 800));
        world.site("oppdiktet-stort", "stort område", "3415", false, large);
        world.plant("3415 stort område: oppfyller C46; boliger og sentrum tar mer enn 5 % (PL03), sentrum også PL15");
        var hidden = f.big(3, 800, 700);
        world.site("oppdiktet-stort-uten-veg", "stort område uten veg", "3415", false, hidden);
        world.plant("3415 stort område uten veg: kan oppfylle C46, ligger i LNFR: PL03 holder, PL05 mangler");
        var medium = f.big(1, 600, 500);
        d.slots.add(medium);
        d.inside("N02", "1300", "1", medium.part(0, 0, 500, 500));
        d.inside("B02", "1110", "1", medium.part(500, 0, 100, 500));
        world.site("oppdiktet-for-lite", "for lite område", "3415", false, medium);
        world.plant("3415 for lite område: 300 daa oppfyller ikke C46, så PL03 ser ikke på boligene der");
        var noPrice = d.zone("N03", "1300", "1", f.small(0, 0, 90, 100));
        world.site(
                "oppdiktet-uten-pris",
                "område uten pris",
                "3415",
                false,
                noPrice,
                "planStatus",
                "regulert",
                "utilitiesToBorder",
                3);
        world.plant("3415 område uten pris: PL06 kan ikke avgjøres");
        var n04 = world.business(d, f, "N04", 3, 0);
        var n05 = world.business(d, f, "N05", 5, 0);
        var n06 = world.business(d, f, "N06", 7, 0);
        world.municipal("3415", "201501", 1, "Sør-Odal", "ADOPTED", "3", "2015-01-15", d);

        var later = new Drawing(f.outline);
        later.zone("N01", "1300", "2", f.small(0, 0, 90, 100));
        world.municipal("3415", "202501", 1, "Sør-Odal, utsatt rettsvirkning", "ADOPTED", "6", "2025-02-01", later);
        world.plant("3415 202501: utsatt rettsvirkning (6): gjelder ikke ennå, 201501 gjelder");
        world.detailed(
                "3415",
                "202302",
                "tidsbegrenset",
                "7",
                "2023-02-01",
                "2099-12-31",
                n04.part(-15, -15, 130, 140),
                World.zone("R01", "1826", "2", n04.part(-15, -15, 70, 140)),
                World.zone("R02", "1400", "2", n04.part(55, -15, 60, 140)));
        world.plant("3415 202302: tidsbegrenset til 2099 (7): gjelder i stedet for N04");
        world.detailed(
                "3415",
                "202003",
                "utløpt",
                "7",
                "2020-03-01",
                "2024-12-31",
                n05.part(-15, -15, 130, 140),
                World.zone("R01", "1110", "2", n05.part(-15, -15, 130, 140)));
        world.plant("3415 202003: tidsbegrenset til 2024 (7): utløpt, N05 gjelder igjen");
        world.detailed(
                "3415",
                "200801",
                "opphevet",
                "4",
                "2008-01-20",
                null,
                n06.part(-15, -15, 130, 140),
                World.zone("R01", "1110", "2", n06.part(-15, -15, 130, 140)));
        world.plant("3415 200801: opphevet (4): gjelder ikke");
        return large.part(0, 0, 900 - shop - homes, 800);
    }
}
