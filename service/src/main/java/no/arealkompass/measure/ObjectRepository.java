package no.arealkompass.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.measure.DecidingObjects.Deciding;
import no.arealkompass.strategy.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The objects behind a measured value as PostGIS finds and writes them, one statement per metric kind. */
@Repository
class ObjectRepository {
    private final JdbcClient db;

    ObjectRepository(JdbcClient db) {
        this.db = db;
    }

    /** What a statement is asked, by the names of its parameters. */
    record Question(Map<String, Object> parameters) {
        Question(long site, int limit) {
            this(Map.of("site", site, "limit", limit));
        }

        Question with(String name, Object value) {
            var more = new HashMap<>(parameters);
            more.put(name, value);
            return new Question(more);
        }
    }

    /** Cuts as lists of equal length: by layer, as they are measured, and by class, as they are shown. */
    record Cuts(
            List<Integer> layers,
            List<Double> layerBuffers,
            List<Long> versions,
            List<@Nullable String> classes,
            List<Double> buffers) {
        Cuts() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void layers(Collection<Integer> read, double bufferM) {
            read.forEach(layer -> {
                layers.add(layer);
                layerBuffers.add(bufferM);
            });
        }

        void features(long version, Where where, double bufferM) {
            if (where.isAll()) {
                feature(version, null, bufferM);
            }
            where.values().forEach(type -> feature(version, type, bufferM));
        }

        private void feature(long version, @Nullable String type, double bufferM) {
            versions.add(version);
            classes.add(type);
            buffers.add(bufferM);
        }
    }

    long siteVersion(String site, int version) {
        return db.sql("select id from site_version where site_id = :site and version = :version")
                .param("site", site)
                .param("version", version)
                .query(Long.class)
                .single();
    }

    Deciding cuts(long site, Cuts cuts, int limit) {
        return ask(
                "cuts",
                new Question(site, limit)
                        .with("versions", MetricRepository.longs(cuts.versions()))
                        .with("classes", cuts.classes().toArray(String[]::new))
                        .with("buffers", doubles(cuts.buffers())));
    }

    Deciding remaining(long site, Cuts cuts) {
        return ask(
                "remaining",
                new Question(site, 1)
                        .with(
                                "layers",
                                cuts.layers().stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray())
                        .with("buffers", doubles(cuts.layerBuffers())));
    }

    Deciding ask(String kind, Question question) {
        var features = new ArrayList<String>();
        var lines = new ArrayList<String>();
        var matched = new long[1];
        RowCallbackHandler row = found -> {
            matched[0] = found.getLong("matched");
            features.add(found.getString("feature"));
            var line = found.getString("line");
            if (line != null) {
                lines.add(line);
            }
        };
        db.sql(MetricRepository.statement("objects_" + kind))
                .params(question.parameters())
                .query(row);
        int returned = features.size();
        features.addAll(lines);
        return new Deciding(features, (int) matched[0], returned);
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
