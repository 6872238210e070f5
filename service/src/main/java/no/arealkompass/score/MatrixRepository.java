package no.arealkompass.score;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.arealkompass.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a matrix is read from: of the stored documents of a run only what is needed, for they are long. */
@Repository
class MatrixRepository {
    private final JdbcClient jdbc;

    MatrixRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there is such a run that may be seen. */
    boolean exists(UUID run, Scope reader) {
        return jdbc.sql("select exists (select from run where id = :run and scope_within(scope, :reader))")
                .param("run", run)
                .param("reader", reader.key())
                .query(Boolean.class)
                .single();
    }

    /** The sites, the dataset versions and one ranking of a run, as JSON; empty when it has no such ranking. */
    Optional<String> head(UUID run, String purpose) {
        return jdbc.sql("""
                        select jsonb_build_object('sites', body -> 'sites', 'datasets', body -> 'datasets',
                          'ranking', body -> 'rankings' -> :purpose)
                        from (select cast(body as jsonb) body from run where id = :run) r
                        where body -> 'rankings' -> :purpose is not null
                        """)
                .param("run", run)
                .param("purpose", purpose)
                .query(String.class)
                .optional();
    }

    /** Each site's lines, in ranking order, as JSON. */
    List<String> rows(UUID run, String purpose) {
        return jdbc.sql("""
                        select jsonb_build_object('site', s.site_id, 'reasons', b -> 'confidence' -> 'reasons', 'lines', (
                          select jsonb_agg(jsonb_build_object(
                            'criterion', line -> 'criterion', 'uLow', line -> 'uLow', 'uHigh', line -> 'uHigh', 'found', line -> 'found',
                            'accuracyM', (select max(cast(v ->> 'accuracyM' as float8))
                              from jsonb_array_elements(line -> 'datasetVersions') v)) order by n)
                          from jsonb_array_elements(b -> 'lines') with ordinality x (line, n)))
                        from run_score s, lateral (select cast(s.body as jsonb) b) j
                        where s.run_id = :run and s.purpose = :purpose order by s.position
                        """)
                .param("run", run)
                .param("purpose", purpose)
                .query(String.class)
                .list();
    }
}
