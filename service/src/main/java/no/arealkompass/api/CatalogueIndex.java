package no.arealkompass.api;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.arealkompass.access.Caller;
import no.arealkompass.catalogue.Listed;
import no.arealkompass.catalogue.SiteCatalogue;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.paper.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What machines read of the catalogue: where its pages are, what is new, and where nobody should search. */
@RestController
class CatalogueIndex {
    private static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);
    private static final MediaType ATOM = new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String ATOM_SPACE = "http://www.w3.org/2005/Atom";
    private static final int MOST_ENTRIES = 50;

    private final SiteCatalogue catalogue;
    private final Datasets datasets;
    private final Pages pages;

    CatalogueIndex(SiteCatalogue catalogue, Datasets datasets, Pages pages) {
        this.catalogue = catalogue;
        this.datasets = datasets;
        this.pages = pages;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body("""
                        User-agent: *
                        Disallow: /i/
                        Disallow: /api/
                        Disallow: /login
                        Disallow: /innebygd/
                        Disallow: /omrader?
                        Disallow: /en/sites?
                        Sitemap: %s/sitemap.xml
                        """.formatted(pages.base()));
    }

    /** Every published site in both languages, each naming the other. */
    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap() {
        var sites = catalogue.all(Caller.PUBLIC, no.arealkompass.present.Language.NB);
        return answer(XML, writer -> {
            writer.setDefaultNamespace(SITEMAP);
            writer.writeStartElement(SITEMAP, "urlset");
            writer.writeDefaultNamespace(SITEMAP);
            writer.writeNamespace("xhtml", XHTML);
            address(writer, "/omrader", "/en/sites", newest(sites));
            for (var site : sites) {
                address(
                        writer,
                        CatalogueCard.address(site.id(), Language.NB),
                        CatalogueCard.address(site.id(), Language.EN),
                        site.changedAt());
            }
            writer.writeEndElement();
        });
    }

    private void address(XMLStreamWriter writer, String nb, String en, Instant changed) throws XMLStreamException {
        for (var path : List.of(nb, en)) {
            writer.writeStartElement(SITEMAP, "url");
            element(writer, SITEMAP, "loc", pages.base() + path);
            element(writer, SITEMAP, "lastmod", second(changed));
            alternate(writer, "nb", nb);
            alternate(writer, "en", en);
            writer.writeEndElement();
        }
    }

    private void alternate(XMLStreamWriter writer, String language, String path) throws XMLStreamException {
        writer.writeEmptyElement("xhtml", "link", XHTML);
        writer.writeAttribute("rel", "alternate");
        writer.writeAttribute("hreflang", language);
        writer.writeAttribute("href", pages.base() + path);
    }

    @GetMapping("/omrader/feed.xml")
    ResponseEntity<String> norwegian() {
        return feed(Language.NB);
    }

    @GetMapping("/en/sites/feed.xml")
    ResponseEntity<String> english() {
        return feed(Language.EN);
    }

    /** New and changed sites, newest first. */
    private ResponseEntity<String> feed(Language language) {
        var sites = catalogue.all(Caller.PUBLIC, CatalogueController.present(language)).stream()
                .sorted(Comparator.comparing(Listed::changedAt).reversed().thenComparing(Listed::id))
                .limit(MOST_ENTRIES)
                .toList();
        var region = datasets.region(Caller.PUBLIC);
        var home = pages.base() + language.of("/omrader", "/en/sites");
        return answer(ATOM, writer -> {
            writer.setDefaultNamespace(ATOM_SPACE);
            writer.writeStartElement(ATOM_SPACE, "feed");
            writer.writeDefaultNamespace(ATOM_SPACE);
            writer.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", language.code());
            var name = language.of(region.name().nb(), region.name().en());
            element(
                    writer,
                    ATOM_SPACE,
                    "title",
                    language.of("Ledige næringsarealer – ", "Available business land – ") + name);
            element(writer, ATOM_SPACE, "id", home);
            element(writer, ATOM_SPACE, "updated", second(newest(sites)));
            writer.writeStartElement(ATOM_SPACE, "author");
            element(writer, ATOM_SPACE, "name", name);
            writer.writeEndElement();
            link(writer, "self", home + "/feed.xml");
            link(writer, "alternate", home);
            for (var site : sites) {
                entry(writer, site, language);
            }
            writer.writeEndElement();
        });
    }

    private void entry(XMLStreamWriter writer, Listed site, Language language) throws XMLStreamException {
        var address = pages.base() + CatalogueCard.address(site.id(), language);
        var area = site.area();
        writer.writeStartElement(ATOM_SPACE, "entry");
        element(writer, ATOM_SPACE, "title", site.site().name());
        element(writer, ATOM_SPACE, "id", address);
        element(writer, ATOM_SPACE, "updated", second(site.changedAt()));
        link(writer, "alternate", address);
        element(
                writer,
                ATOM_SPACE,
                "summary",
                site.site().kindName() + " · " + CatalogueCard.where(site.site())
                        + (area == null ? "" : " · " + area.label() + ": " + area.value()));
        writer.writeEndElement();
    }

    private static void link(XMLStreamWriter writer, String rel, String address) throws XMLStreamException {
        writer.writeEmptyElement(ATOM_SPACE, "link");
        writer.writeAttribute("rel", rel);
        writer.writeAttribute("href", address);
    }

    private static void element(XMLStreamWriter writer, String space, String name, String text)
            throws XMLStreamException {
        writer.writeStartElement(space, name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }

    private static Instant newest(List<Listed> sites) {
        return sites.stream()
                .map(Listed::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Writes a document. */
    private interface Content {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    private static ResponseEntity<String> answer(MediaType type, Content content) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            content.write(writer);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(Pages.mark(text.toString()))
                .contentType(type)
                .body(text.toString());
    }
}
