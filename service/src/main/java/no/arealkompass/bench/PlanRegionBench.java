package no.arealkompass.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Progress;
import no.arealkompass.score.Scoring;
import no.arealkompass.score.StrategyChanged;
import no.arealkompass.sql.Sql;
import no.arealkompass.strategy.StrategyFault;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Made-up plans and what lies under them, in the database that is emptied for the benchmark. */
@Component
class PlanRegionBench {
    static final Caller OPERATOR = Caller.administrator("bench");
    static final String STRATEGY = "kongsvingerregionen-2017";
    private static final List<String> LAYERS =
            List.of("kommuner", "ar5", "dyrketmark", "myr", "flomsoner", "naturvern", "arealplaner");

    private final JdbcClient db;
    private final RegionBench region;
    private final Datasets datasets;
    private final Scoring scoring;
    private final JsonMapper json;

    PlanRegionBench(OwnerBench owner, RegionBench region, Datasets datasets, Scoring scoring, JsonMapper json) {
        this.db = owner.db();
        this.region = region;
        this.datasets = datasets;
        this.scoring = scoring;
        this.json = json;
    }

    /** Empties the database, fills it with plans and brings the runs up to date. */
    void make(Options options) {
        db.sql("truncate dataset_version cascade").update();
        LAYERS.forEach(this::version);
        db.sql(Sql.read(RegionBench.class, "plans"))
                .param("zones", options.planZones())
                .param("themes", options.zones())
                .param("seed", options.seed())
                .update();
        for (long version : region.versions().values()) {
            db.sql(Sql.read(RegionBench.class, "/no/arealkompass/dataset/pieces"))
                    .param("version", version)
                    .update();
        }
        var file = "strategies/" + STRATEGY + ".yaml";
        try {
            scoring.publish(
                    OPERATOR, file, datasets.resource(OPERATOR, file).getContentAsString(StandardCharsets.UTF_8));
        } catch (StrategyFault | StrategyChanged e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        scoring.refresh(OPERATOR, Progress.NONE);
    }

    /** As an import of made-up data writes it, but that it covers everything. */
    private void version(String name) {
        Dataset dataset = datasets.find(OPERATOR, name).orElseThrow();
        var source = dataset.sources().stream()
                .filter(one -> one.sample() && one.available())
                .findFirst()
                .orElseThrow();
        ObjectNode description = json.valueToTree(source);
        description.remove("supply");
        description.putObject("theme").put("classProperty", dataset.classProperty());
        db.sql("""
                insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by, feature_count,
                  coverage, accuracy_m, omits_below_m2, is_sample)
                values (:dataset, 1, :source, cast(:description as jsonb), '', '', 'bench', 0,
                  st_multi(st_makeenvelope(400000, 6500000, 700000, 6800000, 25833)), 0, 0, true)
                """)
                .param("dataset", name)
                .param("source", source.id())
                .param("description", json.writeValueAsString(description))
                .update();
    }

    /** So that the next question makes the check again. */
    void forgetChecks() {
        db.sql("truncate plan_check, plan_check_in_use, measurement cascade").update();
    }

    /** How much there is. */
    String size() {
        return db.sql("""
                select format('%s zones (%s for business), %s constraint polygons, %s land types',
                  (select count(*) from plan_zone), (select count(*) from plan_zone where code = '1300'),
                  (select count(*) from feature f join dataset_version d on d.id = f.dataset_version_id
                   where d.dataset in ('dyrketmark', 'myr', 'flomsoner', 'naturvern')),
                  (select count(*) from feature f join dataset_version d on d.id = f.dataset_version_id where d.dataset = 'ar5'))
                """).query(String.class).single();
    }

    /** The answers of a plain statement of two columns. */
    Map<String, Double> answers(String statement) {
        Map<String, Double> answers = new HashMap<>();
        RowCallbackHandler answer = row -> answers.put(row.getString(1), row.getDouble(2));
        db.sql(Sql.read(RegionBench.class, statement)).query(answer);
        return answers;
    }
}
