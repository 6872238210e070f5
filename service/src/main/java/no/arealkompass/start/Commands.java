package no.arealkompass.start;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.arealkompass.bench.Bench;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.ImportIssue;
import no.arealkompass.dataset.ImportReport.Outcome;
import no.arealkompass.dataset.Progress;
import no.arealkompass.dataset.Source;
import no.arealkompass.intake.Intake;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The commands {@code import}, {@code data} and {@code bench}: the same facades as the HTTP interface, on a console. */
@Component
public class Commands {
    private static final int ISSUES_SHOWN = 20;
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final Datasets datasets;
    private final Intake intake;
    private final Startup startup;
    private final Bench bench;
    private final DataCommand data;

    Commands(Datasets datasets, Intake intake, Startup startup, Bench bench, DataCommand data) {
        this.bench = bench;
        this.data = data;
        this.datasets = datasets;
        this.intake = intake;
        this.startup = startup;
    }

    /** A file to import and what is known of it. */
    private record Job(String dataset, String source, Path file) {}

    /**
     * Carries out a command.
     *
     * @param words the command and its arguments
     * @return exit code: 0 done, 1 a file was refused
     * @throws StartFault when the words make no command
     */
    public int run(List<String> words, PrintStream out) {
        var rest = words.subList(1, words.size());
        if (words.getFirst().equals("bench")) {
            return measure(rest, out); // in a database of its own, which needs no strategies
        }
        startup.publishStrategies();
        return switch (words.getFirst()) {
            case "import" -> importFiles(rest, out);
            case "data" -> data.run(rest, out);
            default -> throw new StartFault("No such command: " + words.getFirst());
        };
    }

    private int measure(List<String> options, PrintStream out) {
        try {
            return bench.run(options, out);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new StartFault(String.valueOf(e.getMessage()), e);
        }
    }

    private int importFiles(List<String> words, PrintStream out) {
        var options = Options.read(words);
        var jobs = jobs(options);
        int refused = 0;
        for (var job : jobs) {
            refused += importFile(job, options.crs(), out) ? 0 : 1;
        }
        if (refused < jobs.size()) {
            out.println("Bringing derived layers and the ranking up to date …");
            intake.bringUpToDate(Startup.OPERATOR, console(out));
        }
        out.printf("%d of %d file(s) in use.%n", jobs.size() - refused, jobs.size());
        return refused == 0 ? 0 : 1;
    }

    private boolean importFile(Job job, @Nullable String crs, PrintStream out) {
        out.printf("%s ← %s (source %s)%n", job.dataset(), job.file().getFileName(), job.source());
        var report = intake.take(
                Startup.OPERATOR, job.dataset(), job.source(), job.file(), Optional.ofNullable(crs), console(out));
        var issues = datasets.issues(Startup.OPERATOR, report.id());
        out.printf(
                "  %s: %d object(s), %s, %d fault(s), %d note(s)%n",
                report.outcome(), report.objectCount(), report.crs(), report.blockingIssues(), report.notes());
        out.print(describe(report.id(), issues));
        return report.outcome() != Outcome.REFUSED;
    }

    /** Faults first, each with object and place; what many objects share is said once. */
    static String describe(long importId, List<ImportIssue> issues) {
        var byCode = issues.stream()
                .sorted(Comparator.comparing(ImportIssue::blocking).reversed())
                .collect(Collectors.groupingBy(ImportIssue::code, LinkedHashMap::new, Collectors.toList()));
        return byCode.values().stream()
                .map(alike -> describeAlike(importId, alike))
                .collect(Collectors.joining());
    }

    private static String describeAlike(long importId, List<ImportIssue> alike) {
        var first = alike.getFirst();
        int shown = first.blocking() ? ISSUES_SHOWN : 1;
        var lines = alike.stream().limit(shown).map(Commands::line).collect(Collectors.joining());
        int more = alike.size() - shown;
        return lines
                + (more > 0 ? "    … and " + more + " more like this: GET /api/imports/" + importId + "/issues\n" : "")
                + "    → " + first.remedy().en() + "\n";
    }

    private static String line(ImportIssue issue) {
        var place = issue.place();
        var where =
                place == null ? "" : String.format(Locale.ROOT, " at %.5f, %.5f", place.longitude(), place.latitude());
        return (issue.blocking() ? "  ! " : "  - ")
                + (issue.objectId().isEmpty() ? "" : issue.objectId() + where + ": ")
                + issue.message().en() + "\n";
    }

    private List<Job> jobs(Options options) {
        if (options.words().size() == 1
                && Files.isDirectory(Path.of(options.words().getFirst()))) {
            return inFolder(Path.of(options.words().getFirst()));
        }
        if (options.words().size() != 2) {
            throw new StartFault("Say: import FOLDER, or import [--source ID] [--crs EPSG:n] DATASET FILE");
        }
        var dataset = dataset(options.words().getFirst());
        var file = Path.of(options.words().getLast());
        if (!Files.isReadable(file)) {
            throw new StartFault("There is no file " + file + ", or it cannot be read.");
        }
        return List.of(new Job(dataset.id(), source(dataset, file, options.source()), file));
    }

    private Dataset dataset(String id) {
        return datasets.find(Startup.OPERATOR, id)
                .orElseThrow(() -> new StartFault("There is no dataset '" + id
                        + "'. They are: "
                        + datasets.all(Startup.OPERATOR).stream()
                                .map(Dataset::id)
                                .collect(Collectors.joining(", "))));
    }

    /** The source said, the one that knows the file's name, or the only one there is. */
    private static String source(Dataset dataset, Path file, @Nullable String said) {
        if (said != null) {
            return said;
        }
        var name = String.valueOf(file.getFileName());
        var usable = dataset.sources().stream().filter(Source::available).toList();
        var named = usable.stream().filter(s -> s.file().equals(name)).toList();
        var candidates = named.isEmpty() ? usable : named;
        if (candidates.size() != 1) {
            throw new StartFault("Say which source the file is with --source. Those of " + dataset.id() + ": "
                    + dataset.sources().stream().map(Source::id).collect(Collectors.joining(", ")));
        }
        return candidates.getFirst().id();
    }

    /** One file per dataset; municipalities first, for the coverage of other layers is measured from them. */
    private List<Job> inFolder(Path folder) {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new StartFault("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
        var jobs = datasets.all(Startup.OPERATOR).stream()
                .sorted(Comparator.comparing(d -> d.role() != DatasetRole.MUNICIPALITIES))
                .flatMap(dataset -> known(dataset, files).stream())
                .toList();
        if (jobs.isEmpty()) {
            throw new StartFault("No file in " + folder + " has a name that a dataset description knows. See: data");
        }
        return jobs;
    }

    /** The first source of the description that has a file here: the order of the description is the preference. */
    private static Optional<Job> known(Dataset dataset, List<Path> files) {
        return dataset.sources().stream()
                .filter(s -> s.available() && !s.sample() && !s.file().isEmpty())
                .flatMap(s -> files.stream()
                        .filter(f -> s.file().equals(String.valueOf(f.getFileName())))
                        .map(f -> new Job(dataset.id(), s.id(), f)))
                .findFirst();
    }

    /** A line only where work takes long enough for somebody to wonder. */
    static Progress console(PrintStream out) {
        var last = new long[] {System.nanoTime()};
        return (text, done, total) -> {
            if (System.nanoTime() - last[0] > PATIENCE_NANOS) {
                out.println("  " + text + (total > 0 ? " (" + done + " of " + total + ")" : "") + " …");
                last[0] = System.nanoTime();
            }
        };
    }

    /** @param words what is left after the options */
    private record Options(
            @Nullable String source, @Nullable String crs, List<String> words) {
        static Options read(List<String> words) {
            String source = null;
            String crs = null;
            var rest = new ArrayList<String>();
            for (var i = words.iterator(); i.hasNext(); ) {
                var word = i.next();
                switch (word) {
                    case "--source" -> source = value(word, i);
                    case "--crs" -> crs = value(word, i);
                    default -> rest.add(word);
                }
            }
            return new Options(source, crs, rest);
        }

        private static String value(String option, Iterator<String> words) {
            if (!words.hasNext()) {
                throw new StartFault(option + " needs a value.");
            }
            return words.next();
        }
    }
}
