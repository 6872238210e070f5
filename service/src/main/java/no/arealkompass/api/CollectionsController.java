package no.arealkompass.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.geo.Bbox;
import no.arealkompass.geo.GeoJson;
import no.arealkompass.site.Site;
import no.arealkompass.site.Sites;
import org.geojson.Feature;
import org.geojson.FeatureCollection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Sites and reference layers as GeoJSON in CRS84, page by page: a collection is one line in a list. */
@RestController
class CollectionsController {
    static final String GEO_JSON = "application/geo+json";
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String SITES = "sites";

    private final Sites sites;
    private final Datasets datasets;
    private final JsonMapper json;

    CollectionsController(Sites sites, Datasets datasets, JsonMapper json) {
        this.sites = sites;
        this.datasets = datasets;
        this.json = json;
    }

    record Link(String href, String rel, String type, String title) {}

    record Collection(String id, String title, String itemType, List<String> crs, List<Link> links) {}

    record Collections(List<Collection> collections, List<Link> links) {}

    record Conformance(List<String> conformsTo) {}

    /** A page of features; the type name must be said, or the class name would go out. */
    @JsonTypeName("FeatureCollection")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    static class Items extends FeatureCollection {
        public int numberMatched;
        public int numberReturned;
        public List<Link> links = List.of();
    }

    @GetMapping("/conformance")
    Conformance conformance() {
        return new Conformance(List.of(
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson"));
    }

    @GetMapping("/collections")
    Collections collections(Caller caller, Locale locale) {
        var all = new ArrayList<Collection>();
        all.add(collection(
                SITES,
                new Said("Næringsarealer og terminalkandidater", "Business land and terminal candidates").in(locale)));
        var inUse = datasets.inUse(caller);
        datasets.all(caller).stream()
                .filter(d -> inUse.containsKey(d.id()) && d.role() != DatasetRole.SITES)
                .forEach(d -> all.add(
                        collection(d.id(), new Said(d.name().nb(), d.name().en()).in(locale))));
        return new Collections(all, List.of(link("/collections", "self", "application/json", "")));
    }

    @GetMapping("/collections/{id}")
    Collection collection(Caller caller, @PathVariable String id, Locale locale) {
        return collections(caller, locale).collections().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> noSuchCollection(id));
    }

    @GetMapping(path = "/collections/{id}/items")
    ResponseEntity<?> items(
            Caller caller,
            @PathVariable String id,
            @RequestParam @Nullable String bbox,
            @RequestParam(name = "class") @Nullable List<String> classes,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable Integer offset) {
        var page = Page.of(limit, offset, 1000);
        var box = box(bbox);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(GEO_JSON))
                .header("Content-Crs", "<" + CRS84 + ">")
                .body(
                        id.equals(SITES)
                                ? siteItems(caller, box, page)
                                : layerItems(caller, id, box, classes == null ? List.of() : classes, page));
    }

    @GetMapping(path = "/collections/sites/items/{site}", produces = GEO_JSON)
    Feature site(Caller caller, @PathVariable String site) {
        return feature(sites.get(caller, site));
    }

    private Items siteItems(Caller caller, Bbox box, Page page) {
        var found = sites.list(caller, box, page.limit(), page.offset());
        var items = new Items();
        found.forEach(site -> items.add(feature(site)));
        items.numberMatched = sites.count(caller, box);
        items.numberReturned = found.size();
        items.links = links(page, items.numberMatched);
        return items;
    }

    private Feature feature(Site site) {
        var feature = new Feature();
        feature.setId(site.id());
        feature.setGeometry(GeoJson.write(sites.outline(site)));
        feature.setProperty("name", site.name());
        feature.setProperty("version", site.version());
        feature.setProperty("kind", site.kind());
        feature.setProperty("publication", site.publication());
        feature.setProperty("schematic", site.schematic());
        feature.setProperty("areaKnown", site.areaKnown());
        feature.setProperty("areaDaa", site.areaKnown() ? site.areaM2() / 1000 : null);
        feature.setProperty("accuracyM", site.accuracyM());
        feature.setProperty("source", site.source());
        feature.setProperty("facts", site.facts());
        feature.setProperty("freshness", sites.freshness(site));
        var confirmation = site.confirmation();
        feature.setProperty("confirmedOn", confirmation == null ? null : confirmation.on());
        feature.setProperty("confirmedBy", confirmation == null ? null : confirmation.by());
        feature.setProperty(
                "scoredPart",
                site.scoredPart() == null ? null : site.scoredPart().id());
        return feature;
    }

    /** PostGIS wrote the features; they are only put into their envelope here. */
    private String layerItems(Caller caller, String id, Bbox box, List<String> classes, Page page) {
        var found = datasets.features(caller, id, box, classes, page.limit(), page.offset())
                .orElseThrow(() -> noSuchCollection(id));
        return "{\"type\":\"FeatureCollection\",\"numberMatched\":" + found.matched() + ",\"numberReturned\":"
                + found.features().size() + ",\"links\":" + json.writeValueAsString(links(page, found.matched()))
                + ",\"features\":[" + String.join(",", found.features()) + "]}";
    }

    private static List<Link> links(Page page, int matched) {
        var links = new ArrayList<Link>();
        links.add(pageLink("self", page.offset()));
        if (page.offset() + page.limit() < matched) {
            links.add(pageLink("next", page.offset() + page.limit()));
        }
        if (page.offset() > 0) {
            links.add(pageLink("prev", Math.max(0, page.offset() - page.limit())));
        }
        return links;
    }

    private static Link pageLink(String rel, int offset) {
        var here = ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("offset", offset);
        return new Link(here.build().encode().toUriString(), rel, GEO_JSON, "");
    }

    private static Collection collection(String id, String title) {
        return new Collection(
                id,
                title,
                "feature",
                List.of(CRS84),
                List.of(
                        link("/collections/" + id, "self", "application/json", title),
                        link("/collections/" + id + "/items", "items", GEO_JSON, title)));
    }

    private static Link link(String path, String rel, String type, String title) {
        return new Link(
                ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString(), rel, type, title);
    }

    static Bbox box(@Nullable String text) {
        if (text == null) {
            return Bbox.WORLD;
        }
        try {
            var n = List.of(text.split(",")).stream().map(Double::valueOf).toList();
            if (n.size() == 4) {
                return new Bbox(n.get(0), n.get(1), n.get(2), n.get(3));
            }
        } catch (IllegalArgumentException e) {
            throw badBox(text, e);
        }
        throw badBox(text, null);
    }

    private static Refusal badBox(String text, @Nullable Throwable cause) {
        var bad = new Refusal(
                400,
                new Said("«bbox» er «" + text + "».", "'bbox' is '" + text + "'."),
                new Said(
                        "Skriv vest,sør,øst,nord i lengde- og breddegrader, for eksempel 11.3,59.8,12.9,60.9.",
                        "Write west,south,east,north in degrees, for example 11.3,59.8,12.9,60.9."));
        bad.initCause(cause);
        return bad;
    }

    private static Refusal noSuchCollection(String id) {
        return new Refusal(
                404,
                new Said(
                        "Det finnes ingen samling «" + id + "» med data.",
                        "There is no collection '" + id + "' with data."),
                new Said("Se listen på /collections.", "See the list at /collections."));
    }
}
