package no.arealkompass.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What tests of the investor's page share: a site of which every word and figure can be told from all others. */
abstract class RoomGround extends LinkGround {
    static final String SITE = "granerud-nord";
    private static final HttpClient BYTES = HttpClient.newHttpClient();

    /** Marks of a fact: in its value, who states it, where it stands and where that is found. */
    record Marked(String field, List<String> marks) {}

    /** Fact → field, for facts a field tells; the rest is told nowhere. */
    static final Map<String, String> FIELD_OF = fields();

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (var field : no.arealkompass.present.Field.values()) {
            switch (field.key()) {
                case "preparedArea" -> fields.put("preparedAreaDaa", field.key());
                case "zonedArea" -> fields.put("zonedAreaDaa", field.key());
                case "planArea" -> fields.put("planAreaDaa", field.key());
                case "planStatus" -> fields.put("planStatus", field.key());
                case "allowedUse" -> fields.put("zonedUse", field.key());
                case "stateDecision" -> fields.put("stateDecision", field.key());
                case "plannedWorks" -> fields.put("plannedWorks", field.key());
                case "power" -> fields.put("powerBasis", field.key());
                case "heavyAccess" -> fields.put("heavyVehicleAccess", field.key());
                case "siding" -> fields.put("siding", field.key());
                case "railLength" -> fields.put("straightLengthM", field.key());
                case "railWorks" -> fields.put("railWorksNokM", field.key());
                case "utilities" -> fields.put("utilitiesToBorder", field.key());
                case "fibre" -> fields.put("fibreProviders", field.key());
                case "price" -> fields.put("priceNokPerM2", field.key());
                case "owners" -> fields.put("ownersCount", field.key());
                case "ground" -> fields.put("ground", field.key());
                case "aimedAt" -> fields.put("aimedAt", field.key());
                case "clusterFirms" -> fields.put("clusterFirms", field.key());
                case "timber" -> fields.put("annualVolumeM3", field.key());
                case "builtYear" -> fields.put("builtYear", field.key());
                case "contact" -> fields.put("contact", field.key());
                default -> {}
            }
        }
        fields.put("internalNote", ""); // no field tells it
        return fields;
    }

    /** A version of the site with marks in everything, in one part and two media, and a draft beside it. */
    List<Marked> markedSite() {
        List<Marked> marked = new ArrayList<>();
        var facts = JSON.createArrayNode();
        int number = 0;
        for (var entry : FIELD_OF.entrySet()) {
            number++;
            var stem = "zq" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
            var marks = List.of(stem + "value", stem + "stater", stem + "source", stem + "url");
            facts.addObject()
                    .put("fact", entry.getKey())
                    .put("value", marks.get(0))
                    .put("unit", "")
                    .put("statedBy", marks.get(1))
                    .put("on", "2026-11")
                    .put("basis", "stated")
                    .put("source", marks.get(2))
                    .put("url", "https://" + marks.get(3) + ".example/");
            marked.add(new Marked(entry.getValue(), marks));
        }
        version(SITE, "zqnamemark", facts.toString(), "PUBLISHED");
        marked.add(new Marked("name", List.of("zqnamemark", SITE)));
        beside("zqneighbour", "zqneighbourname", "PUBLISHED");
        beside("zqdraft", "zqdraftname", "DRAFT");
        marked.add(new Marked("plots", List.of("zqplotname")));
        marked.add(new Marked("media", List.of("zqmediatext", "zqmediahost")));
        marked.add(new Marked("municipality", List.of("Nord-Odal")));
        marked.add(new Marked("", List.of("zqdraft", "zqeditor", "zqwhy", "Hemmelig")));
        marked.add(new Marked("neighbours", List.of("zqneighbour", "zqneighbourname")));
        return marked;
    }

    /** A new version with one plot and one picture. */
    void version(String site, String name, String facts, String publication) {
        long id = jdbc.sql("""
                        insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known,
                            accuracy_m, source, facts, media, by, by_role, why)
                        select site_id, version + 1, :name, kind, :publication, footprint, schematic, true, accuracy_m,
                            'zqsitesource', cast(:facts as jsonb), '[{"kind": "PICTURE", "text": "zqmediatext",
                            "url": "https://zqmediahost.example/a.jpg"}]', 'zqeditor', 'ADMINISTRATOR', 'zqwhy'
                        from site_in_use where site_id = :site returning id
                        """)
                .param("site", site)
                .param("name", name)
                .param("facts", facts)
                .param("publication", publication)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into site_part (site_version_id, part_id, place, kind, name, status, footprint, facts)
                        select id, 'a1', 0, 'PLOT', 'zqplotname', 'FREE',
                            st_multi(st_buffer(st_pointonsurface(footprint), 60)), '[]'
                        from site_version where id = :id
                        """).param("id", id).update();
    }

    /** Another site beside it. */
    void beside(String site, String name, String publication) {
        jdbc.sql("insert into site (id) values (:site) on conflict do nothing")
                .param("site", site)
                .update();
        jdbc.sql("""
                        insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known,
                            accuracy_m, source, facts, by, by_role, why)
                        select :site, 1, :name, kind, :publication, st_translate(footprint, 4000, 0), schematic, area_known,
                            accuracy_m, source, '[]', 'zqeditor', 'ADMINISTRATOR', 'zqwhy'
                        from site_in_use where site_id = :beside on conflict do nothing
                        """)
                .param("site", site)
                .param("name", name)
                .param("publication", publication)
                .param("beside", SITE)
                .update();
    }

    /** A draft link with exactly these fields. */
    static ObjectNode draftOf(List<String> fields, String... sites) {
        var draft = draft(sites);
        draft.putArray("fields");
        fields.forEach(draft.withArrayProperty("fields")::add);
        draft.putArray("downloads").add("prospectus").add("slide");
        return draft;
    }

    HttpResponse<byte[]> bytes(String path) {
        try {
            return BYTES.send(
                    HttpRequest.newBuilder(URI.create(base() + path))
                            .header("User-Agent", PERSON)
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
