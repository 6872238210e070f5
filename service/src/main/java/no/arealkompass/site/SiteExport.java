package no.arealkompass.site;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes sites as a GeoJSON collection whose properties are the columns of {@link SiteColumns}. */
@Component
class SiteExport {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SiteChangesRepository repository;
    private final SiteColumns columns;

    SiteExport(SiteChangesRepository repository, FactCatalogue catalogue) {
        this.repository = repository;
        this.columns = new SiteColumns(catalogue);
    }

    String write(List<Site> sites, Function<Site, Freshness> freshness, Sites.Form form, boolean allFacts) {
        var keys = columns.keys(sites, allFacts);
        var outlines = repository.outlines(sites.stream().map(Site::versionId).toList(), form == Sites.Form.DEGREES);
        var collection = JSON.createObjectNode().put("type", "FeatureCollection");
        var features = collection.putArray("features");
        for (int i = 0; i < sites.size(); i++) {
            var site = sites.get(i);
            ObjectNode feature = features.addObject().put("type", "Feature");
            feature.set(
                    "properties",
                    JSON.valueToTree(written(columns.write(site, word(freshness.apply(site)), keys), form)));
            feature.set("geometry", JSON.readTree(outlines.get(i)));
        }
        return JSON.writeValueAsString(collection);
    }

    private static Map<String, @Nullable Object> written(Map<String, @Nullable Object> columns, Sites.Form form) {
        if (form == Sites.Form.COMMA) {
            columns.replaceAll((name, value) -> value instanceof Number
                    ? String.valueOf(value).replaceFirst("\\.0$", "").replace('.', ',')
                    : value);
        }
        return columns;
    }

    /** The word that every page has for it. */
    private static String word(Freshness freshness) {
        return switch (freshness.state()) {
            case FRESH -> "oppdatert";
            case REMIND -> "bør bekreftes";
            case OUTDATED -> "utdatert";
        };
    }
}
