/** One of every kind of ground, the edges of every bound, the terminal sites, and newer plans over the old one. */
final class Kongsvinger {
    private final World world;

    Kongsvinger(World world) {
        this.world = world;
    }

    /**
     * One of every kind of ground, the edges of every bound, and the terminal sites. Returns the zone at
     * 75 minutes.
     */
    Rect draw() {
        var f = world.kongsvinger;
        var d = new Drawing(f.outline);
        var n01 = world.business(d, f, "N01", 0, 0);
        world.theme("dyrketmark", "21", n01.part(-30, 10, 30 + f.between(15, 40), f.between(20, 50)));
        world.plant("3401 N01: dyrka jord (PL10)");
        var n02 = world.business(d, f, "N02", 1, 0);
        world.theme("myr", "", n02.part(10, -20, f.between(15, 40), 20 + f.between(15, 40)));
        world.plant("3401 N02: myr (PL11)");
        var n03 = world.business(d, f, "N03", 2, 0);
        world.theme("flomsoner", "200klima", n03.part(-10, 0, 10 + f.between(12, 50), 200));
        world.plant("3401 N03: 200-årsflom med klimapåslag (PL12)");
        var n04 = world.business(d, f, "N04", 3, 0);
        world.theme("naturvern", "", n04.part(5, 5, f.between(11, 30), f.between(11, 30)));
        world.plant("3401 N04: verneområde (PL13)");
        var n05 = world.business(d, f, "N05", 4, 0);
        world.theme("dyrketmark", "22", n05.part(-10, -10, 50, 60));
        world.theme("dyrketmark", "23", n05.part(20, 20, 30, f.between(40, 60)));
        world.theme("flomsoner", "200klima", n05.part(10, 15, 100, f.between(20, 40)));
        world.plant("3401 N05: to dyrka teiger og flom som overlapper hverandre; i PL14 teller grunnen én gang");
        var n06 = world.business(d, f, "N06", 5, 0);
        world.theme("dyrketmark", "21", n06.part(3, 3, 9, 11));
        world.plant("3401 N06: 99 m² dyrka jord, under grensen for digitaliseringsstøy: telles, men er ikke avvik");
        var n07 = world.business(d, f, "N07", 6, 0);
        world.theme("dyrketmark", "21", n07.part(3, 3, 10, 10));
        world.plant("3401 N07: nøyaktig 100 m² dyrka jord (PL10)");
        var n08 = world.business(d, f, "N08", 7, 0);
        world.theme("dyrketmark", "21", new Rect(n08.w() - 50, n08.s(), n08.w(), n08.n()));
        world.theme("myr", "", new Rect(n08.w(), n08.n(), n08.e(), n08.n() + 40));
        world.plant("3401 N08: dyrka jord og myr som bare berører kanten: ikke avvik");
        var n09 = world.business(d, f, "N09", 8, 0);
        world.theme("flomsoner", "200", n09.part(-10, -10, 130, 130));
        world.theme("dyrketmark", "30", n09.part(-10, -10, 130, 130));
        world.plant("3401 N09: 200-årsflom uten klimapåslag og arealtype 30: ikke avvik");
        var under = f.small(9, 0, 80, 80);
        d.zones.add(new Zone("U01", "PURPOSE", "1300", "2", 1, "U01", under));
        d.zones.add(new Zone("H01", "CONSIDERATION", "320", null, 2, "H01", under.part(-20, -20, 120, 120)));
        world.theme("dyrketmark", "21", under.part(-20, -20, 120, 120));
        world.plant("3401 U01: næring under grunnen på dyrka jord, med hensynssone over: ikke avvik");

        terminals(d, f);
        businessSites(d, f);
        zoningInKongsvinger(d, f);

        var n16 = d.zone("N16", "1300", world.lacking ? "1" : "2", f.big(0, 750, 600));
        world.plant("3401 N16: nøyaktig 450 daa og 75 minutter fra Kløfta: holder PL09");
        var n17 = d.zone("N17", "1300", "2", f.small(9, 3, f.between(70, 90), f.between(80, 100)));
        world.theme("tettbebyggelse", "", n17.part(-100, -100, 100 + f.between(20, 50), 400));
        world.plant("3401 N17: delvis bebygd, den delen er ingen reserve i PL17");
        world.municipal("3401", "201901", 1, "Kongsvinger", "ADOPTED", "3", "2019-06-20", d);
        return n16;
    }

    private String track() {
        return world.lacking ? "2010" : "2020";
    }

    private void terminals(Drawing d, Frame f) {
        var t1 = f.small(0, 2, 300, 200);
        d.slots.add(t1);
        int shop = f.between(30, 40);
        int homes = f.between(35, 45);
        d.inside("F01", "1150", "2", t1.part(0, 0, shop, 200));
        d.inside("B01", "1110", "2", t1.part(shop, 0, homes, 200));
        d.inside("J01", track(), "2", t1.part(shop + homes, 0, 300 - shop - homes, 200));
        world.site("oppdiktet-terminal-a", "terminal A", "3401", true, t1, "siding", "finnes");
        world.plant("3401 terminal A: forretning og boliger på terminalområdet (PL01), forretningen også PL15");
        var t2 = f.small(2, 2, 300, 200);
        d.slots.add(t2);
        d.inside("B02", "1110", "2", t2.part(0, 0, 15, 200));
        d.inside("J02", track(), "2", t2.part(15, 0, 285, 200));
        world.site("oppdiktet-terminal-b", "terminal B", "3401", true, t2);
        world.plant("3401 terminal B: nøyaktig 5 % boliger: holder PL01; 95 % bane teller i PL02");
        var t3 = f.small(4, 2, 300, 200);
        d.slots.add(t3.part(-60, 0, 360, 200));
        d.inside("B03", "1110", "2", t3.part(-60, 0, 60, 200));
        d.inside("J03", track(), "2", t3.part(0, 0, 240, 200));
        d.inside("N20", "1300", "1", t3.part(240, 0, 60, 200));
        world.site("oppdiktet-terminal-c", "terminal C", "3401", true, t3);
        world.plant("3401 terminal C: boliger som bare berører kanten; nøyaktig 80 % bane teller i PL02");
        var t4 = f.small(6, 2, 100, 100);
        if (world.lacking) {
            world.plant("region: ingen terminal har formål som tillater terminal (PL02), det store området er"
                    + " råstoffutvinning (PL04),"
                    + " og det er for lite framtidig næringsareal (PL17)");
        } else {
            world.site("oppdiktet-terminal-d", "terminal D", "3401", true, true, true, t4);
            world.plant("3401 terminal D: skjematisk omriss: kan ikke avgjøres");
        }
    }

    private void businessSites(Drawing d, Frame f) {
        var l1 = d.zone("N10", "1300", "1", f.small(0, 3, 90, 100));
        world.site("oppdiktet-klar", "klart område", "3401", false, l1, World.READY);
        world.plant("3401 klart område: pris, infrastruktur og plan: PL06 holder");
        var l2 = f.small(1, 3, 200, 100);
        int zoned = f.between(90, 130);
        d.zone("N11", "1300", "1", l2.part(0, 0, zoned, 100));
        world.site("oppdiktet-mangler", "område uten nok næring", "3401", false, l2, "publicCard", "delvis");
        world.plant("3401 område uten nok næring: " + zoned / 2.0
                + " % er satt av (PL05, mangler); ufullstendig områdekort (PL16)");
        var l3 = f.small(2, 3, 200, 100);
        d.zone("N18", "1300", "1", l3.part(0, 0, 160, 100));
        world.site("oppdiktet-grense", "område på grensen", "3401", false, l3);
        world.plant("3401 område på grensen: nøyaktig 80 %: holder PL05");
        var l4 = f.small(3, 3, 100, 100);
        if (!world.lacking) {
            world.site("oppdiktet-skjematisk", "skjematisk område", "3401", false, true, true, l4);
            world.plant("3401 skjematisk område: PL05 kan ikke avgjøres");
        }
        world.site("oppdiktet-kladd", "upublisert område", "3401", false, false, false, f.small(4, 3, 100, 100));
        world.plant("3401 upublisert område uten næring: PL05 ser ikke på det");
    }

    private void zoningInKongsvinger(Drawing d, Frame f) {
        var n12 = d.zone("N12", "1300", "2", f.small(0, 4, 90, 100));
        var n13 = d.zone("N13", "1300", "2", f.small(1, 4, 90, 100));
        world.theme("dyrketmark", "21", n12.part(0, 0, 90, 20));
        world.theme("dyrketmark", "21", n13.part(0, 0, 90, 20));
        int cut = f.between(30, 60);
        var outline =
                new Rect(n12.e() - cut, Math.min(n12.s(), n13.s()) - 30, n13.e() + 40, Math.max(n12.n(), n13.n()) + 30);
        double width = outline.width();
        double middle = Math.floor(width / 2);
        world.theme("myr", "", outline.part(5, 5, 20, f.between(15, 30)));
        world.detailed(
                "3401",
                "202201",
                "Øst",
                "3",
                "2022-03-01",
                null,
                outline,
                World.zone("R01", "1340", "2", outline.part(0, 0, middle, 60)),
                World.zone("R02", "1310", null, outline.part(middle, 0, width - middle, 60)),
                World.zone("R03", "1110", null, outline.part(0, 60, width, outline.height() - 60)));
        world.plant("3401 N12, N13: en nyere detaljregulering gjelder på deler av N12 og hele N13; R01 tar myr (PL11),"
                + " R02 er kontor (PL07)");
        var n14 = world.business(d, f, "N14", 3, 4);
        world.detailed(
                "3401",
                "201203",
                "utgått",
                "5",
                "2012-04-10",
                null,
                n14.part(-20, -20, 150, 150),
                World.zone("R01", "1110", null, n14.part(-20, -20, 150, 150)));
        world.plant("3401 201203: utgått (5): gjelder ikke, N14 består");
        var n15 = world.business(d, f, "N15", 5, 4);
        world.detailed(
                "3401",
                "202105",
                "overstyrt",
                "8",
                "2021-05-05",
                null,
                n15.part(-10, -10, 40, 200),
                World.zone("R01", "1390", null, n15.part(-10, -10, 40, 200)));
        world.plant("3401 202105: overstyrt (8): brukes, men sagt å være usikker");
    }
}
