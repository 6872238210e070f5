package no.arealkompass.start;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Source;
import no.arealkompass.dataset.Supply;
import no.arealkompass.intake.Fetch;
import no.arealkompass.intake.Fetch.State;
import no.arealkompass.intake.FetchBusy;
import no.arealkompass.intake.Fetches;
import no.arealkompass.intake.Intake;
import org.springframework.stereotype.Component;

/** The command {@code data}: what is loaded; and {@code data hent}: open data from their publishers. */
@Component
class DataCommand {
    private final Datasets datasets;
    private final Fetches fetches;
    private final Intake intake;

    DataCommand(Datasets datasets, Fetches fetches, Intake intake) {
        this.datasets = datasets;
        this.fetches = fetches;
        this.intake = intake;
    }

    int run(List<String> words, PrintStream out) {
        if (words.isEmpty()) {
            return list(out);
        }
        if (!words.getFirst().equals("hent")) {
            throw new StartFault("Say: data, or data hent [DATASET…]");
        }
        return fetch(words.subList(1, words.size()), out);
    }

    private int list(PrintStream out) {
        var inUse = datasets.inUse(Startup.OPERATOR);
        for (var dataset : layers()) {
            var version = inUse.get(dataset.id());
            out.println(version == null ? missing(dataset) : used(version));
        }
        return 0;
    }

    /** All but plans, of which every delivery stands for itself. */
    private List<Dataset> layers() {
        return datasets.all(Startup.OPERATOR).stream()
                .filter(dataset -> dataset.role() != DatasetRole.PLANS)
                .toList();
    }

    /** Municipalities first, for the coverage of other layers is measured from them. */
    private int fetch(List<String> themes, PrintStream out) {
        var chosen =
                themes.isEmpty() ? layers() : themes.stream().map(this::dataset).toList();
        var failed = new ArrayList<String>();
        boolean anyNew = false;
        var byHand = new ArrayList<Dataset>();
        for (var dataset : chosen.stream()
                .sorted(Comparator.comparing(d -> d.role() != DatasetRole.MUNICIPALITIES))
                .toList()) {
            var source = dataset.fetchable();
            if (source.isEmpty()) {
                byHand.add(dataset);
                continue;
            }
            var state = fetchOne(dataset, source.get(), out);
            anyNew |= state == State.IMPORTED;
            if (state != State.IMPORTED && state != State.UNCHANGED) {
                failed.add(dataset.id());
            }
        }
        if (anyNew) {
            out.println("Bringing derived layers and the ranking up to date …");
            intake.bringAllUpToDate(Startup.OPERATOR, Commands.console(out));
        }
        out.print(byHand(byHand));
        if (!failed.isEmpty()) {
            out.println("Not fetched: " + String.join(", ", failed));
        }
        return failed.isEmpty() ? 0 : 1;
    }

    private Dataset dataset(String id) {
        return datasets.find(Startup.OPERATOR, id)
                .orElseThrow(() -> new StartFault("There is no dataset '" + id + "'. They are: "
                        + datasets.all(Startup.OPERATOR).stream()
                                .map(Dataset::id)
                                .collect(Collectors.joining(", "))));
    }

    private State fetchOne(Dataset dataset, Source source, PrintStream out) {
        out.printf(
                "%s ← %s, %s%n", dataset.id(), source.publisher(), source.name().en());
        try {
            var fetch = fetches.run(Startup.OPERATOR, dataset.id(), source.id(), Commands.console(out));
            fetch.files()
                    .forEach(f -> out.printf(
                            "  %s: %d bytes, SHA-256 %s%s%n",
                            f.address(), f.bytes(), f.sha256(), f.unchanged() ? ", unchanged" : ""));
            out.println("  " + told(fetch));
            return fetch.state();
        } catch (FetchBusy e) {
            out.println("  is being fetched already; nothing was done.");
            return State.RUNNING;
        }
    }

    private String told(Fetch fetch) {
        var failure = fetch.failure();
        if (failure != null) {
            return "FAILED: " + failure.what().en() + "\n    → "
                    + failure.remedy().en();
        }
        var importId = fetch.importId();
        var issues = importId == null || fetch.state() != State.REFUSED
                ? ""
                : "\n" + ImportWords.issues(datasets.issues(Startup.OPERATOR, importId));
        return fetch.state() + issues;
    }

    /** What a person has to get, and how. */
    private static String byHand(List<Dataset> datasets) {
        var lines = datasets.stream()
                .flatMap(d -> d.sources().stream()
                        .filter(s -> !s.sample() && s.download() == null)
                        .map(s -> "  " + d.id() + "/" + s.id() + " (" + terms(s) + "): "
                                + s.howToGet().en() + "\n"))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "To be got by hand:\n" + lines;
    }

    private static String terms(Source source) {
        var supply = Optional.ofNullable(source.supply());
        return switch (supply.map(Supply::terms).orElse(Supply.Terms.NOT_CHECKED)) {
            case OPEN -> "open";
            case AGREEMENT -> "needs an agreement: " + source.licence();
            case NOT_CHECKED -> "terms not checked";
        };
    }

    private static String used(DatasetVersion v) {
        return String.format(
                "%-20s version %d, %s, as of %s, %d object(s)%s",
                v.dataset(),
                v.version(),
                v.source().name().en(),
                v.source().asOf(),
                v.featureCount(),
                v.sample() ? ", SAMPLE" : "");
    }

    private static String missing(Dataset dataset) {
        return String.format("%-20s no data loaded", dataset.id())
                + dataset.sources().stream()
                        .filter(s -> !s.sample())
                        .map(s -> "\n    " + s.id() + ": " + s.howToGet().en())
                        .collect(Collectors.joining());
    }
}
