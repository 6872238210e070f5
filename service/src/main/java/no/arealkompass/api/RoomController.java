package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import no.arealkompass.geo.GeoJson;
import no.arealkompass.present.Presentation;
import no.arealkompass.prospectus.Prospectuses;
import no.arealkompass.share.Link.Download;
import org.geojson.Feature;
import org.geojson.FeatureCollection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a link leads to: the page, its pictures, and the same as data. All of it is made of one presentation, so a field that
 * is hidden on the page is hidden in each of them.
 */
@RestController
@RequestMapping("/i/{token}")
class RoomController {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");

    private final LinkDoor door;
    private final RoomPage room;
    private final RoomMaps maps;
    private final Prospectuses prospectuses;

    RoomController(LinkDoor door, RoomPage room, RoomMaps maps, Prospectuses prospectuses) {
        this.door = door;
        this.room = room;
        this.maps = maps;
        this.prospectuses = prospectuses;
    }

    @GetMapping
    ResponseEntity<?> page(
            HttpServletRequest request, @PathVariable String token, @RequestParam @Nullable String lang) {
        return door.through(
                token, request, true, shown -> room.html(new RoomPage.Asked(shown, "/i/" + token, known(lang))));
    }

    /** @param site number of the site that is shown; 0 = all of them */
    @GetMapping("/map.png")
    ResponseEntity<?> map(
            HttpServletRequest request, @PathVariable String token, @RequestParam(defaultValue = "0") String site) {
        return withMap(token, request, (asked, sites) -> {
            int number = site.matches("\\d{1,3}") ? Integer.parseInt(site) : -1;
            return number < 0 || number > sites.size()
                    ? door.closed()
                    : ResponseEntity.ok()
                            .contentType(MediaType.IMAGE_PNG)
                            .body(maps.page(asked.reader(), sites, number));
        });
    }

    @GetMapping("/og.png")
    ResponseEntity<?> preview(HttpServletRequest request, @PathVariable String token) {
        return withMap(
                token,
                request,
                (asked, sites) ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(maps.preview(asked.reader(), sites)));
    }

    @GetMapping("/qr.svg")
    ResponseEntity<?> code(HttpServletRequest request, @PathVariable String token) {
        return door.through(
                token,
                request,
                false,
                shown -> ResponseEntity.ok().contentType(SVG).body(room.code("/i/" + token)));
    }

    /** Outlines and plots for the map that can be moved. */
    @GetMapping("/map.json")
    ResponseEntity<?> outlines(HttpServletRequest request, @PathVariable String token) {
        return withMap(
                token,
                request,
                (asked, sites) -> ResponseEntity.ok().contentType(GEOJSON).body(features(sites)));
    }

    /** What the page tells, as data. */
    @GetMapping("/sites.json")
    ResponseEntity<?> data(
            HttpServletRequest request, @PathVariable String token, @RequestParam @Nullable String lang) {
        return door.through(
                token,
                request,
                false,
                shown -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new RoomData(room.sites(new RoomPage.Asked(shown, "/i/" + token, known(lang))).stream()
                                .map(RoomData.Site::of)
                                .toList())));
    }

    @GetMapping("/prospekt.pdf")
    ResponseEntity<?> prospectus(
            HttpServletRequest request, @PathVariable String token, @RequestParam @Nullable String lang) {
        return taken(token, request, lang, Download.PROSPECTUS, MediaType.APPLICATION_PDF, "prospekt.pdf");
    }

    @GetMapping("/lysbilde.png")
    ResponseEntity<?> slide(
            HttpServletRequest request, @PathVariable String token, @RequestParam @Nullable String lang) {
        return taken(token, request, lang, Download.SLIDE, MediaType.IMAGE_PNG, "lysbilde.png");
    }

    /** What the link does not allow looks like a link that shows nothing. */
    private ResponseEntity<?> taken(
            String token,
            HttpServletRequest request,
            @Nullable String lang,
            Download download,
            MediaType type,
            String name) {
        return door.through(token, request, false, shown -> {
            if (!shown.link().downloads().contains(download)) {
                return door.closed();
            }
            var order = room.order(new RoomPage.Asked(shown, "/i/" + token, known(lang)));
            return PaperController.atADesk(() -> download == Download.SLIDE
                            ? prospectuses.slide(shown.recipient(), order)
                            : prospectuses.pdf(shown.recipient(), order))
                    .<ResponseEntity<?>>map(bytes -> ResponseEntity.ok()
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    ContentDisposition.attachment()
                                            .filename(name)
                                            .build()
                                            .toString())
                            .contentType(type)
                            .body(bytes))
                    .orElseGet(door::closed);
        });
    }

    private ResponseEntity<?> withMap(
            String token,
            HttpServletRequest request,
            BiFunction<RoomPage.Asked, List<Presentation>, ResponseEntity<?>> then) {
        return door.through(token, request, false, shown -> {
            var asked = new RoomPage.Asked(shown, "/i/" + token, null);
            var sites = room.sites(asked);
            return RoomPage.hasMap(sites) ? then.apply(asked, sites) : door.closed();
        });
    }

    private static FeatureCollection features(List<Presentation> sites) {
        var collection = new FeatureCollection();
        for (var site : sites) {
            var outline = site.outline();
            if (outline != null) {
                collection.add(feature("site", site.name(), outline.crs84()));
                outline.parts().forEach(part -> collection.add(feature("plot", part.name(), part.crs84())));
            }
        }
        return collection;
    }

    private static Feature feature(String kind, String name, org.locationtech.jts.geom.Geometry shape) {
        var feature = new Feature();
        feature.setGeometry(GeoJson.write(shape));
        feature.setProperty("kind", kind);
        feature.setProperty("name", name);
        return feature;
    }

    /** Another language than ours is the link's own. */
    private static @Nullable String known(@Nullable String lang) {
        return Objects.equals(lang, "nb") || Objects.equals(lang, "en") ? lang : null;
    }
}
