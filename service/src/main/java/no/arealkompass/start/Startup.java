package no.arealkompass.start;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import no.arealkompass.access.Caller;
import no.arealkompass.access.TrialAccounts;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Deliveries;
import no.arealkompass.dataset.ImportReport.Outcome;
import no.arealkompass.dataset.Progress;
import no.arealkompass.dataset.Region;
import no.arealkompass.intake.Intake;
import no.arealkompass.scenario.ScenarioFault;
import no.arealkompass.scenario.Scenarios;
import no.arealkompass.score.Scoring;
import no.arealkompass.score.StrategyChanged;
import no.arealkompass.strategy.StrategyFault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has to be true before the first request: the region's strategies are published, a new database holds the sample
 * region, derived layers and runs answer for the present state, and there is an administrator.
 */
@Component
public class Startup {
    static final Caller OPERATOR = Caller.administrator("operator");

    private final Datasets datasets;
    private final Scoring scoring;
    private final Intake intake;
    private final TrialAccounts accounts;
    private final Deliveries deliveries;
    private final Scenarios scenarios;
    private final boolean samples;
    private final boolean sampleScenarios;
    private final String provider;

    Startup(
            Datasets datasets,
            Scoring scoring,
            Intake intake,
            TrialAccounts accounts,
            Deliveries deliveries,
            Scenarios scenarios,
            @Value("${areal.samples:true}") boolean samples,
            @Value("${areal.sample-scenarios:true}") boolean sampleScenarios,
            @Value("${areal.oidc.issuer:}") String provider) {
        this.datasets = datasets;
        this.scoring = scoring;
        this.intake = intake;
        this.accounts = accounts;
        this.deliveries = deliveries;
        this.scenarios = scenarios;
        this.samples = samples;
        this.sampleScenarios = sampleScenarios;
        this.provider = provider;
    }

    /** Everything the web service needs. Each step does nothing when it is done already. */
    public void prepare(PrintStream console, Progress progress) {
        publishStrategies();
        if (samples && datasets.inUse(OPERATOR).isEmpty()) {
            loadSamples(progress);
        }
        datasets.keepGround(OPERATOR);
        if (samples && sampleScenarios && samplesCameIn()) {
            loadScenarios();
        }
        intake.bringAllUpToDate(OPERATOR, progress);
        deliveries.resume(OPERATOR);
        if (provider.isBlank()) {
            makeAccounts(console);
        }
    }

    /** Where no provider says who somebody is, there is an administrator, and with sample data somebody of each role. */
    private void makeAccounts(PrintStream console) {
        accounts.createOnce().ifPresent(account -> {
            console.printf(
                    "%n  Administrator of this trial installation: %s%n  Password, shown this once only:          %s%n",
                    account.name(), account.password());
            if (samples) {
                var municipalities = datasets.region(OPERATOR).municipalities().stream()
                        .map(Region.Municipality::number)
                        .toList();
                console.printf("  To try out the other roles, shown this once as well:%n");
                accounts.createSamples(municipalities)
                        .forEach(other -> console.printf("    %-15s %s%n", other.name(), other.password()));
            }
            console.printf("%n");
        });
    }

    /**
     * Publishes the region's strategies as they stand.
     *
     * @throws StartFault when one cannot be read, or its version is published with other content
     */
    void publishStrategies() {
        for (var id : datasets.region(OPERATOR).strategies()) {
            var name = "strategies/" + id + ".yaml";
            try {
                var yaml = datasets.resource(OPERATOR, name).getContentAsString(StandardCharsets.UTF_8);
                scoring.publish(OPERATOR, name, yaml);
            } catch (StrategyFault | StrategyChanged e) {
                throw new StartFault(String.valueOf(e.getMessage()), e);
            } catch (IOException e) {
                throw new StartFault(
                        "The region names strategy " + id + ", but gis-data/" + name
                                + " cannot be read. Add the file or take the name out of the region file.",
                        e);
            }
        }
    }

    private void loadSamples(Progress progress) {
        for (var sample : datasets.region(OPERATOR).samples()) {
            progress.report("Loading sample " + sample.dataset(), 0, 0);
            loadSample(sample);
        }
    }

    /** Whether the samples were ever loaded: their scenarios name sites that another first import does not have. */
    private boolean samplesCameIn() {
        return datasets.region(OPERATOR).samples().stream()
                .allMatch(sample -> datasets.history(OPERATOR, sample.dataset()).stream()
                        .anyMatch(version -> version.source().id().equals(sample.source())));
    }

    /** A region may come with planned works and scenarios; another one simply has none. */
    private void loadScenarios() {
        var name = "samples/" + datasets.region(OPERATOR).id() + "/scenarios.json";
        var file = datasets.resource(OPERATOR, name);
        if (!file.exists()) {
            return;
        }
        try (var in = file.getInputStream()) {
            scenarios.loadOnce(OPERATOR, JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("gis-data/" + name + " cannot be read", e);
        } catch (ScenarioFault e) {
            throw new StartFault("gis-data/" + name + ": " + e.getMessage(), e);
        }
    }

    private void loadSample(Region.Sample sample) {
        var name = Path.of(sample.file()).getFileName().toString();
        try {
            var folder = Files.createTempDirectory("areal-sample");
            var copy = folder.resolve(name);
            try (var in = datasets.resource(OPERATOR, sample.file()).getInputStream()) {
                Files.copy(in, copy);
                var report =
                        intake.take(OPERATOR, sample.dataset(), sample.source(), copy, Optional.empty(), Progress.NONE);
                if (report.outcome() == Outcome.REFUSED) {
                    throw new StartFault("Sample " + sample.file() + " is refused: "
                            + ImportWords.issues(datasets.issues(OPERATOR, report.id())));
                }
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Sample " + sample.file() + " cannot be read", e);
        }
    }
}
