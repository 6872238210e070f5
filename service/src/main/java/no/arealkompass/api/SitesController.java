package no.arealkompass.api;

import java.util.List;
import no.arealkompass.access.Caller;
import no.arealkompass.geo.Bbox;
import no.arealkompass.geo.GeoJson;
import no.arealkompass.site.Fact;
import no.arealkompass.site.Site;
import no.arealkompass.site.Sites;
import org.geojson.GeoJsonObject;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sites as plain resources. As GeoJSON they are a collection. */
@RestController
@RequestMapping(path = "/api/sites", produces = MediaType.APPLICATION_JSON_VALUE)
class SitesController {
    private final Sites sites;

    SitesController(Sites sites) {
        this.sites = sites;
    }

    record SitePage(List<SiteBody> items, int total) {}

    /** @param areaDaa dekar of the shape; null when no source states the area */
    record SiteBody(
            String id,
            int version,
            String name,
            Site.Kind kind,
            Site.Publication publication,
            boolean schematic,
            @Nullable Double areaDaa,
            double accuracyM,
            String source,
            List<Double> point,
            List<Double> bbox,
            List<Fact> facts,
            @Nullable GeoJsonObject footprint) {

        static SiteBody of(Site site, @Nullable GeoJsonObject footprint) {
            return new SiteBody(
                    site.id(),
                    site.version(),
                    site.name(),
                    site.kind(),
                    site.publication(),
                    site.schematic(),
                    site.areaKnown() ? site.areaM2() / 1000 : null,
                    site.accuracyM(),
                    site.source(),
                    site.point(),
                    site.bbox(),
                    site.facts(),
                    footprint);
        }
    }

    @GetMapping
    SitePage list(Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable Integer offset) {
        var page = Page.of(limit, offset, 500);
        var items = sites.list(caller, Bbox.WORLD, page.limit(), page.offset()).stream()
                .map(site -> SiteBody.of(site, null))
                .toList();
        return new SitePage(items, sites.count(caller, Bbox.WORLD));
    }

    @GetMapping("/{id}")
    SiteBody get(Caller caller, @PathVariable String id) {
        var site = sites.get(caller, id);
        return SiteBody.of(site, GeoJson.write(sites.outline(site)));
    }
}
