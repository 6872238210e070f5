package no.arealkompass.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.arealkompass.catalogue.Listed;
import no.arealkompass.paper.Language;
import no.arealkompass.present.FactLine;
import no.arealkompass.present.Presentation;
import tools.jackson.databind.json.JsonMapper;

/** What search engines read: the site as a schema.org Place with its facts as properties, and the list of them. */
final class SchemaOrg {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONTEXT = "https://schema.org";

    private SchemaOrg() {}

    /** The list. */
    static String list(String name, List<Listed> sites, UnaryOperator<String> address) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (var site : sites) {
            items.add(Map.of(
                    "@type",
                    "ListItem",
                    "position",
                    items.size() + 1,
                    "name",
                    site.site().name(),
                    "url",
                    address.apply(site.id())));
        }
        var list = typed("ItemList");
        list.put("name", name);
        list.put("numberOfItems", items.size());
        list.put("itemListElement", items);
        return JSON.writeValueAsString(list);
    }

    /** A site. */
    static String site(Listed listed, String base, String own, String picture, Language language) {
        var site = listed.site();
        var place = typed("Place");
        place.put("@id", base + own);
        place.put("url", base + own);
        place.put("name", site.name());
        place.put("identifier", listed.id());
        place.put("additionalType", site.kindName());
        place.put("inLanguage", language.code());
        place.put(
                "containedInPlace",
                site.municipalities().stream()
                        .map(where -> Map.of(
                                "@type", "AdministrativeArea",
                                "name", where.name(),
                                "identifier", where.number()))
                        .toList());
        var outline = site.outline();
        if (outline != null) {
            place.put(
                    "geo",
                    Map.of(
                            "@type", "GeoCoordinates",
                            "longitude", rounded(outline.point().getFirst()),
                            "latitude", rounded(outline.point().getLast())));
            place.put("image", base + picture);
        }
        contact(place, site);
        place.put("additionalProperty", properties(site));
        return JSON.writeValueAsString(place);
    }

    private static void contact(Map<String, Object> place, Presentation site) {
        var contact = site.contact();
        if (contact != null && !contact.phone().isEmpty()) {
            place.put("telephone", contact.phone());
        }
    }

    private static List<Map<String, Object>> properties(Presentation site) {
        return site.groups().stream()
                .flatMap(group -> group.facts().stream())
                .filter(FactLine::known)
                .map(SchemaOrg::property)
                .toList();
    }

    private static Map<String, Object> property(FactLine fact) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("@type", "PropertyValue");
        property.put("propertyID", fact.key());
        property.put("name", fact.label());
        property.put("value", fact.number() != null ? fact.number() : fact.value());
        if (!fact.unit().isEmpty()) {
            property.put("unitText", fact.unit());
        }
        if (!fact.origin().isEmpty()) {
            property.put("description", fact.origin());
        }
        return property;
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("@context", CONTEXT);
        object.put("@type", type);
        return object;
    }

    /** A metre is enough. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }
}
