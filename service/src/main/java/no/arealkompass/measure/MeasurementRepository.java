package no.arealkompass.measure;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was measured before. A site version and a dataset version never change, so an answer never grows old. */
@Repository
class MeasurementRepository {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    MeasurementRepository(JdbcClient db) {
        this.db = db;
    }

    /** The JSON form; exactly one of amount, category and reason is there. Numbers survive to the last bit. */
    private record Body(
            @Nullable Double amount,
            @Nullable String category,
            @Nullable Reason reason,
            @Nullable Map<String, String> args) {

        static Body of(Measurement found) {
            return switch (found) {
                case Amount(double value) -> new Body(value, null, null, null);
                case Category(String value) -> new Body(null, value, null, null);
                case NotCovered(Reason reason, Map<String, String> args) -> new Body(null, null, reason, args);
            };
        }

        Measurement found() {
            if (amount != null) {
                return new Amount(amount);
            }
            if (category != null) {
                return new Category(category);
            }
            if (reason != null) {
                return new NotCovered(reason, args == null ? Map.of() : args);
            }
            throw new IllegalStateException("A stored measurement without an answer");
        }
    }

    /** The answers known for one metric and one choice of versions, by site version. */
    Map<Long, Measurement> read(String metricKey, String versionsKey, Collection<Long> sites) {
        Map<Long, Measurement> known = HashMap.newHashMap(sites.size());
        RowCallbackHandler answer = row -> known.put(
                row.getLong(1), JSON.readValue(row.getString(2), Body.class).found());
        db.sql("""
                select site_version_id, body from measurement
                where metric_key = :metric and versions_key = :versions
                  and site_version_id in (select unnest(cast(:sites as bigint[])))
                """)
                .param("metric", metricKey)
                .param("versions", versionsKey)
                .param("sites", MetricRepository.longs(sites))
                .query(answer);
        return known;
    }

    /** Two runs may measure the same at once; they find the same, so the first one stays. */
    void write(String metricKey, String versionsKey, Map<Long, Measurement> answers) {
        List<Long> sites = List.copyOf(answers.keySet());
        String[] bodies = sites.stream()
                .map(site -> JSON.writeValueAsString(Body.of(Objects.requireNonNull(answers.get(site)))))
                .toArray(String[]::new);
        db.sql("""
                insert into measurement (site_version_id, metric_key, versions_key, body)
                select s.id, :metric, :versions, jsonb_strip_nulls(cast(s.body as jsonb))
                from unnest(cast(:sites as bigint[]), cast(:bodies as text[])) s (id, body)
                on conflict do nothing
                """)
                .param("metric", metricKey)
                .param("versions", versionsKey)
                .param("bodies", bodies)
                .param("sites", MetricRepository.longs(sites))
                .update();
    }
}
