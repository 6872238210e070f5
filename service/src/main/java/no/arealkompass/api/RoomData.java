package no.arealkompass.api;

import java.util.List;
import no.arealkompass.geo.GeoJson;
import no.arealkompass.present.FactGroup;
import no.arealkompass.present.Presentation;
import org.geojson.GeoJsonObject;
import org.jspecify.annotations.Nullable;

/** What an investor's page tells, as data: the same fields and no other. */
record RoomData(List<Site> sites) {

    /** @param outline in longitude and latitude; null when the map is not shown */
    record Site(
            int number,
            @Nullable String id,
            String name,
            Presentation.Kind kind,
            List<Presentation.Place> municipalities,
            Presentation.@Nullable Age age,
            List<FactGroup> groups,
            List<Presentation.Distance> distances,
            List<Presentation.Plot> plots,
            List<Presentation.Medium> media,
            List<Presentation.Neighbour> neighbours,
            Presentation.@Nullable StrategyWord strategy,
            Presentation.@Nullable Verdict verdict,
            Presentation.@Nullable Contact contact,
            @Nullable GeoJsonObject outline,
            List<String> sources) {
        static Site of(Presentation site) {
            var outline = site.outline();
            return new Site(
                    site.number(),
                    site.id(),
                    site.name(),
                    site.kind(),
                    site.municipalities(),
                    site.age(),
                    site.groups(),
                    site.distances(),
                    site.plots(),
                    site.media(),
                    site.neighbours(),
                    site.strategy(),
                    site.verdict(),
                    site.contact(),
                    outline == null ? null : GeoJson.write(outline.crs84()),
                    site.sources());
        }
    }
}
