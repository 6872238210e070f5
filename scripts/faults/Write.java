import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of writes there are: how one is made under a key of its own, and how the database shows it to be whole. */
enum Write {
    SITE {
        @Override
        HttpResponse<String> make(Rig rig, String key) throws Exception {
            return rig.json("POST", "/api/sites", Bodies.site(key, "Prøvetomt", true));
        }

        @Override
        String rows(String key) {
            return """
                    select (select count(*) from site where id = '%1$s'),
                      (select count(*) from site_version where site_id = '%1$s'),
                      (select count(*) from site_part p join site_version v on v.id = p.site_version_id where v.site_id = '%1$s') / 2,
                      (select count(*) from audit where object = 'site/%1$s' and action = 'site.create')
                    """.formatted(key);
        }
    },
    SITE_CHANGE {
        @Override
        HttpResponse<String> make(Rig rig, String key) throws Exception {
            var version = Bodies.found(rig.read("/api/sites/granerud-nord").body(), "\"version\":(\\d+)");
            return rig.json(
                    "PUT",
                    "/api/sites/granerud-nord",
                    Bodies.site("granerud-nord", key, false),
                    "If-Match",
                    "\"" + version + "\"");
        }

        @Override
        String rows(String key) {
            return """
                    select (select count(*) from site_version where name = '%1$s'),
                      (select count(*) from audit where object = 'site/granerud-nord' and why = 'endret %1$s')
                    """.formatted(key);
        }
    },
    CONFIRMATION {
        @Override
        HttpResponse<String> make(Rig rig, String key) throws Exception {
            return rig.json(
                    "POST",
                    "/api/sites/magnor/confirmations",
                    "{\"by\":\"rådgiver\",\"on\":\"2026-11-01\",\"note\":\"" + key + "\"}");
        }

        @Override
        String rows(String key) {
            return """
                    select (select count(*) from site_confirmation where note = '%1$s'),
                      (select count(*) from audit where action = 'site.confirm' and why = '%1$s')
                    """.formatted(key);
        }
    },
    VIEW {
        @Override
        HttpResponse<String> make(Rig rig, String key) throws Exception {
            return rig.json("POST", "/api/saved", Bodies.view(key, 40));
        }

        @Override
        String rows(String key) {
            return """
                    select (select count(*) from saved_view where name = '%1$s'),
                      (select count(*) from audit a join saved_view v on a.object like '%%/' || v.id
                        where v.name = '%1$s' and a.action = 'view.save')
                    """.formatted(key);
        }
    },
    LINK {
        @Override
        HttpResponse<String> make(Rig rig, String key) throws Exception {
            return rig.json("POST", "/api/links", """
                    {"sites": ["magnor"], "fields": ["name", "usableArea"], "comparison": false, "language": "nb",
                     "message": "", "recipient": "%s", "until": "2027-01-15", "watermark": "",
                     "contact": {"name": "Kari Kontakt", "phone": "+47 62 81 00 00"}}
                    """.formatted(key));
        }

        @Override
        String rows(String key) {
            return """
                    select (select count(*) from link where recipient = '%1$s'),
                      (select count(*) from audit a join link l on a.object like '%%/' || l.id
                        where l.recipient = '%1$s' and a.action = 'link.make')
                    """.formatted(key);
        }
    },
    ENQUIRY {
        @Override
        HttpResponse<String> make(Rig rig, String key) throws Exception {
            var stamp = Bodies.STAMPS.poll();
            if (stamp == null) {
                Thread.sleep(200);
                return null;
            }
            var form = "name=Ingrid&organisation=" + key + "&mail=" + key + "%40investor.example&phone=&consent=yes&website="
                    + "&message=Ligger+tomta+sentralt&stamp=" + URLEncoder.encode(stamp, StandardCharsets.UTF_8);
            return rig.send(
                    "POST",
                    Bodies.FORM,
                    "application/x-www-form-urlencoded",
                    form.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        String rows(String key) {
            return """
                    select (select count(*) from enquiry_person where organisation = '%1$s'),
                      (select count(*) from enquiry e join enquiry_person p on p.enquiry_id = e.id where organisation = '%1$s'),
                      (select count(*) from enquiry_event e join enquiry_person p on p.enquiry_id = e.enquiry_id
                        where organisation = '%1$s' and what = 'RECEIVED'),
                      (select count(*) from audit a join enquiry_person p on a.object like '%%/' || p.enquiry_id
                        where organisation = '%1$s' and action = 'enquiry.receive')
                    """.formatted(key);
        }
    },
    ACCOUNT {
        @Override
        HttpResponse<String> make(Rig rig, String key) throws Exception {
            return rig.json(
                    "POST", "/api/accounts", "{\"name\":\"" + key + "\",\"role\":\"recruiter\",\"municipalities\":[]}");
        }

        @Override
        String rows(String key) {
            return """
                    select (select count(*) from trial_account where name = '%1$s'),
                      (select count(*) from audit where object = 'account/%1$s' and action = 'account.create')
                    """.formatted(key);
        }
    },
    KEY {
        @Override
        HttpResponse<String> make(Rig rig, String key) throws Exception {
            return rig.json("POST", "/api/keys", """
                    {"label": "%s", "scopes": ["readPublished"], "municipalities": ["3401"], "expiresOn": "2027-02-01"}
                    """.formatted(key));
        }

        @Override
        String rows(String key) {
            return """
                    select (select count(*) from machine_key where label = '%1$s'),
                      (select count(*) from audit a join machine_key k on a.object = 'key/' || k.prefix
                        where k.label = '%1$s' and a.action = 'key.create')
                    """.formatted(key);
        }
    },
    IMPORT {
        @Override
        HttpResponse<String> make(Rig rig, String key) throws Exception {
            return rig.send(
                    "POST",
                    "/api/datasets/myr/imports",
                    "multipart/form-data; boundary=grense",
                    Bodies.upload(key + ".geojson", Bodies.mires(key)).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        String rows(String key) {
            return """
                    select (select count(*) from import where file_name = '%1$s.geojson'),
                      (select count(*) from dataset_version where file_name = '%1$s.geojson'),
                      (select count(*) from feature f join dataset_version v on v.id = f.dataset_version_id
                        where v.file_name = '%1$s.geojson') / 200,
                      (select count(*) from audit where action = 'import.accept' and why = '%1$s.geojson')
                    """.formatted(key);
        }
    },
    SNAPSHOT {
        @Override
        HttpResponse<String> make(Rig rig, String key) throws Exception {
            return rig.json("POST", "/api/snapshots", """
                    {"kind": "score", "run": "%s", "purpose": "logistikk", "sites": ["magnor"], "lang": "nb"}
                    """.formatted(Bodies.run));
        }

        /** It has no name of its own: all of them are counted, with their audit entries. */
        @Override
        String rows(String key) {
            return """
                    select 2 - (select count(*) from snapshot s where octet_length(document) > 0 and octet_length(pdf) > 0
                        and octet_length(signature) = 64)
                      + (select count(*) from audit where action = 'snapshot.freeze'), 2
                    """;
        }
    };

    abstract HttpResponse<String> make(Rig rig, String key) throws Exception;

    /** A statement with one row; whole when all its values are 1 (or 2 for snapshots), absent when all are 0. */
    abstract String rows(String key);

    /** What the writes hand in. */
    static final class Bodies {
        static final String FORM = "/omrader/granerud-nord/henvendelse";
        static final Queue<String> STAMPS = new ConcurrentLinkedQueue<>();
        static volatile String run = "";
        private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");

        private Bodies() {}

        /** Forms are not taken from those who write quicker than a person: they are asked for some seconds before. */
        static void prepare(Rig rig) throws Exception {
            STAMPS.clear();
            for (int i = 0; i < 8; i++) {
                Matcher stamp = STAMP.matcher(rig.get(FORM).body());
                if (stamp.find()) {
                    STAMPS.add(stamp.group(1));
                }
            }
            run = rig.get("/api/runs/latest").headers().firstValue("location").orElse("").replaceAll(".*/", "");
            Thread.sleep(3_500);
        }

        static String found(String text, String pattern) {
            var match = Pattern.compile(pattern).matcher(text);
            return match.find() ? match.group(1) : "";
        }

        static String site(String id, String name, boolean parts) {
            var square = "{\"type\":\"Polygon\",\"coordinates\":[[[12.0,60.2],[12.002,60.2],[12.002,60.201],[12.0,60.201],[12.0,60.2]]]}";
            var part = "{\"id\":\"%s\",\"kind\":\"%s\",\"name\":\"Del\",\"status\":null,\"facts\":[],\"footprint\":" + square + "}";
            return """
                    {"id": "%s", "name": "%s", "kind": "land", "publication": "published", "footprint": %s,
                     "schematic": false, "areaKnown": true, "accuracyM": 2, "source": "Målt i felt", "facts": [], "parts": [%s],
                     "scoredPart": null, "media": [], "why": "endret %s"}
                    """.formatted(
                    id,
                    name,
                    square,
                    parts ? part.formatted("plan", "planArea") + "," + part.formatted("felt", "zoned") : "",
                    name);
        }

        static String view(String name, int kilobytes) {
            var random = new java.util.Random(name.hashCode());
            var noise = new StringBuilder();
            for (int i = 0; i < kilobytes * 64; i++) {
                noise.append(Long.toHexString(random.nextLong() | Long.MIN_VALUE));
            }
            return "{\"kind\":\"weights\",\"name\":\"" + name + "\",\"content\":{\"purpose\":\"datasenter\",\"x\":\"" + noise + "\"}}";
        }

        static String upload(String name, String content) {
            var part = "--grense\r\nContent-Disposition: form-data; name=\"";
            return part + "source\"\r\n\r\nn1000\r\n" + part + "file\"; filename=\"" + name
                    + "\"\r\nContent-Type: application/geo+json\r\n\r\n" + content + "\r\n--grense--\r\n";
        }

        /** Two hundred squares, elsewhere for every key, so that no file is the same as another. */
        static String mires(String key) {
            double shift = (key.hashCode() & 0xffff) / 1e8;
            List<String> features = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                double x = 11.60 + i % 20 * 0.002 + shift;
                double y = 60.44 + i / 20 * 0.002;
                features.add(("{\"type\":\"Feature\",\"properties\":{\"nr\":%d},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                                + "[[[%2$s,%3$s],[%4$s,%3$s],[%4$s,%5$s],[%2$s,%5$s],[%2$s,%3$s]]]}}")
                        .formatted(i, x, y, x + 0.001, y + 0.001));
            }
            return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
        }
    }
}
