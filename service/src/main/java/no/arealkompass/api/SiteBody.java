package no.arealkompass.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.arealkompass.access.Role;
import no.arealkompass.geo.GeoJson;
import no.arealkompass.site.Fact;
import no.arealkompass.site.Freshness;
import no.arealkompass.site.Site;
import no.arealkompass.site.SiteMedia;
import no.arealkompass.site.SitePart;
import org.geojson.GeoJsonObject;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A site as it goes out.
 *
 * @param areaDaa dekar of the shape; null when no source states the area
 * @param by who made this version; null for the public, which reads the role
 * @param contact whom to ask, by role; null when nobody has stated it
 * @param confirmedOn the newest confirmation; null when nobody has confirmed the site
 * @param scoredPart id of the part whose shape is measured and scored; null for none
 * @param footprint null in lists
 */
record SiteBody(
        String id,
        int version,
        String name,
        Site.Kind kind,
        Site.Publication publication,
        boolean schematic,
        @Nullable Double areaDaa,
        boolean areaKnown,
        double accuracyM,
        String source,
        List<Double> point,
        List<Double> bbox,
        List<Fact> facts,
        Instant at,
        @Nullable String by,
        Role byRole,
        String why,
        @Nullable Contact contact,
        @Nullable LocalDate confirmedOn,
        @Nullable String confirmedBy,
        Freshness freshness,
        List<Part> parts,
        @Nullable String scoredPart,
        List<SiteMedia> media,
        @Nullable GeoJsonObject footprint) {

    /** Whom to ask: a role, with the address and number of the role where they are stated. */
    record Contact(
            String role, @Nullable String email, @Nullable String phone) {
        static @Nullable Contact of(List<Fact> facts) {
            var role = newest(facts, "contact");
            var email = newest(facts, "contactEmail");
            var phone = newest(facts, "contactPhone");
            return role == null && email == null && phone == null
                    ? null
                    : new Contact(role == null ? "" : role, email, phone);
        }

        private static @Nullable String newest(List<Fact> facts, String id) {
            return facts.stream()
                    .filter(f -> f.fact().equals(id))
                    .reduce((a, b) -> a.on().compareTo(b.on()) > 0 ? a : b)
                    .map(f -> String.valueOf(f.value()))
                    .orElse(null);
        }
    }

    /** @param footprint null in lists */
    record Part(
            String id,
            SitePart.Kind kind,
            String name,
            SitePart.@Nullable Status status,
            double areaDaa,
            List<Fact> facts,
            @Nullable GeoJsonObject footprint) {}

    /**
     * @param named whether the caller may read names of who made versions
     * @param outline the site's shape in CRS84; null to leave it out
     */
    static SiteBody of(
            Site site, Freshness freshness, boolean named, @Nullable Geometry outline, Map<String, Geometry> parts) {
        var confirmation = site.confirmation();
        var scored = site.scoredPart();
        return new SiteBody(
                site.id(),
                site.version(),
                site.name(),
                site.kind(),
                site.publication(),
                site.schematic(),
                site.areaKnown() ? site.areaM2() / 1000 : null,
                site.areaKnown(),
                site.accuracyM(),
                site.source(),
                site.point(),
                site.bbox(),
                site.facts(),
                site.at(),
                named ? site.by() : null,
                site.byRole(),
                site.why(),
                Contact.of(site.facts()),
                confirmation == null ? null : confirmation.on(),
                confirmation == null ? null : confirmation.by(),
                freshness,
                site.parts().stream()
                        .map(part -> part(part, parts.get(part.id())))
                        .toList(),
                scored == null ? null : scored.id(),
                site.media(),
                outline == null ? null : GeoJson.write(outline));
    }

    private static Part part(SitePart part, @Nullable Geometry outline) {
        return new Part(
                part.id(),
                part.kind(),
                part.name(),
                part.status(),
                part.areaM2() / 1000,
                part.facts(),
                outline == null ? null : GeoJson.write(outline));
    }
}
