package no.arealkompass.api;

import java.util.Locale;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Exports;
import no.arealkompass.dataset.Exports.Form;
import no.arealkompass.site.Sites;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sites the caller may see, with their facts as columns, in formats that people edit and hand in again. */
@RestController
class SiteExportController {
    /** Also the name of the dataset they are handed in to again. */
    private static final String LAYER = "naeringsarealer";

    private final Sites sites;
    private final Exports exports;

    SiteExportController(Sites sites, Exports exports) {
        this.sites = sites;
        this.exports = exports;
    }

    @GetMapping(path = "/api/sites/export.gpkg", produces = "application/geopackage+sqlite3")
    ResponseEntity<byte[]> gpkg(Caller caller, @RequestParam(defaultValue = "") String facts) {
        return file(caller, Form.GPKG, Sites.Form.METRES, facts, "application/geopackage+sqlite3");
    }

    @GetMapping(
            path = "/api/sites/export.xlsx",
            produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    ResponseEntity<byte[]> xlsx(Caller caller, @RequestParam(defaultValue = "") String facts) {
        return file(
                caller,
                Form.XLSX,
                Sites.Form.DEGREES,
                facts,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @GetMapping(path = "/api/sites/export.csv", produces = "text/csv")
    ResponseEntity<byte[]> csv(Caller caller, @RequestParam(defaultValue = "") String facts) {
        return file(caller, Form.CSV, Sites.Form.COMMA, facts, "text/csv;charset=utf-8");
    }

    @GetMapping(path = "/api/sites/export.geojson", produces = CollectionsController.GEO_JSON)
    ResponseEntity<byte[]> geoJson(Caller caller, @RequestParam(defaultValue = "") String facts) {
        return file(caller, Form.GEOJSON, Sites.Form.DEGREES, facts, CollectionsController.GEO_JSON);
    }

    private ResponseEntity<byte[]> file(
            Caller caller, Form form, Sites.Form numbers, String facts, String contentType) {
        var geoJson = sites.export(caller, numbers, facts.equals("all"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(contentType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(LAYER + "." + form.name().toLowerCase(Locale.ROOT))
                                .build()
                                .toString())
                .body(exports.write(caller, form, LAYER, geoJson));
    }
}
