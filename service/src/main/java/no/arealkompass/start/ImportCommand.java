package no.arealkompass.start;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.dataset.Choices;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Datasets.Examined;
import no.arealkompass.dataset.ImportIssue;
import no.arealkompass.dataset.ImportReport;
import no.arealkompass.dataset.ImportReport.Outcome;
import no.arealkompass.dataset.IssueFile;
import no.arealkompass.dataset.Source;
import no.arealkompass.intake.Intake;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code import}: files are examined, and unless that is all that was asked for, imported. */
@Component
class ImportCommand {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int ASKING = 2;

    private final Datasets datasets;
    private final Intake intake;
    private final JsonMapper json;

    ImportCommand(Datasets datasets, Intake intake, JsonMapper json) {
        this.datasets = datasets;
        this.intake = intake;
        this.json = json;
    }

    /** A file and what is known of it. */
    private record Job(Path file, Choices choices) {}

    /** Carries it out; answers the exit code, the worst of its files. */
    int run(List<String> words, PrintStream out) {
        var options = ImportOptions.read(words);
        var jobs = jobs(options);
        int worst = DONE;
        int done = 0;
        for (var job : jobs) {
            int code = options.dryRun() ? look(job, options, out) : take(job, options, out);
            worst = Math.max(worst, code);
            done += code == DONE ? 1 : 0;
        }
        if (!options.dryRun() && done > 0) {
            out.println("Bringing derived layers and the ranking up to date …");
            intake.bringAllUpToDate(Startup.OPERATOR, Commands.console(out));
        }
        out.printf("%d of %d file(s) %s.%n", done, jobs.size(), options.dryRun() ? "can be imported" : "in use");
        return worst;
    }

    private int look(Job job, ImportOptions options, PrintStream out) {
        var examined = intake.examine(Startup.OPERATOR, job.file(), job.choices(), Commands.console(out));
        return tell(job, examined, options, out);
    }

    private int tell(Job job, Examined examined, ImportOptions options, PrintStream out) {
        out.print(ImportWords.describe(job.file(), examined.examination()));
        out.print(ImportWords.issues(examined.issues()));
        out.print(ImportWords.repairs(examined.examination()));
        out.print(ImportWords.conclusion(examined.examination()));
        write(options.issues(), examined.issues());
        if (!examined.examination().questions().isEmpty()) {
            return ASKING;
        }
        return examined.examination().ready() ? DONE : REFUSED;
    }

    private int take(Job job, ImportOptions options, PrintStream out) {
        var choices = job.choices();
        if (choices.dataset() == null || choices.source() == null) {
            var examined = intake.examine(Startup.OPERATOR, job.file(), choices, Commands.console(out));
            choices = examined.examination().chosen();
            if (choices.dataset() == null || choices.source() == null) {
                return tell(job, examined, options, out);
            }
        }
        out.printf("%s ← %s (source %s)%n", choices.dataset(), job.file().getFileName(), choices.source());
        var report = intake.take(Startup.OPERATOR, job.file(), choices, Commands.console(out));
        if (report.outcome() == Outcome.REFUSED) {
            return look(new Job(job.file(), choices), options, out); // says all there is to say, questions too
        }
        told(report, options, out);
        return DONE;
    }

    private void told(ImportReport report, ImportOptions options, PrintStream out) {
        var issues = datasets.issues(Startup.OPERATOR, report.id());
        out.printf(
                "  %s: %d object(s), %s, %d note(s)%n",
                report.outcome(), report.objectCount(), report.crs(), report.notes());
        out.print(ImportWords.issues(issues));
        write(options.issues(), issues);
    }

    private void write(@Nullable Path file, List<ImportIssue> issues) {
        if (file == null) {
            return;
        }
        boolean table = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        try {
            Files.writeString(
                    file,
                    table ? IssueFile.csv(issues) : json.writeValueAsString(IssueFile.geoJson(issues)),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartFault("The issues cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private List<Job> jobs(ImportOptions options) {
        var words = options.words();
        if (words.isEmpty() || words.size() > 2) {
            throw new StartFault(ImportOptions.USAGE);
        }
        var file = Path.of(words.getLast());
        if (words.size() == 1 && Files.isDirectory(file)) {
            return inFolder(file);
        }
        if (!Files.isReadable(file)) {
            throw new StartFault("There is no file " + file + ", or it cannot be read.");
        }
        if (words.size() == 1) {
            return List.of(new Job(file, options.choices(null, null)));
        }
        var dataset = dataset(words.getFirst());
        return List.of(new Job(file, options.choices(dataset.id(), source(dataset, file, options.source()))));
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
        var known = dataset.sources().stream().map(Source::id).collect(Collectors.joining(", "));
        if (said != null && dataset.source(said).isEmpty()) {
            throw new StartFault(dataset.id() + " has no source '" + said + "'. They are: " + known);
        }
        if (said != null) {
            return said;
        }
        var name = String.valueOf(file.getFileName());
        var usable = dataset.sources().stream().filter(Source::available).toList();
        var named = usable.stream().filter(s -> s.file().equals(name)).toList();
        // What is made up is never guessed: only its own file name tells of it.
        var candidates =
                named.isEmpty() ? usable.stream().filter(s -> !s.sample()).toList() : named;
        if (candidates.size() != 1) {
            throw new StartFault("Say which source the file is with --source. Those of " + dataset.id() + ": " + known);
        }
        return candidates.getFirst().id();
    }

    /** One file per dataset, plans excepted; municipalities first, for the coverage of other layers is measured from them. */
    private List<Job> inFolder(Path folder) {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new StartFault("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
        var jobs = datasets.all(Startup.OPERATOR).stream()
                .sorted(Comparator.comparing(d -> d.role() != DatasetRole.MUNICIPALITIES))
                .flatMap(dataset -> known(dataset, files))
                .toList();
        if (jobs.isEmpty()) {
            throw new StartFault("No file in " + folder + " has a name that a dataset description knows. See: data");
        }
        return jobs;
    }

    /**
     * The first source of the description that has a file here: the order of the description is the preference. Plans
     * come in many files, each a delivery of its own, in the order of their names.
     */
    private static Stream<Job> known(Dataset dataset, List<Path> files) {
        var known = dataset.sources().stream()
                .filter(s -> s.available() && !s.file().isEmpty())
                .flatMap(s -> files.stream()
                        .filter(f -> named(s.file(), f))
                        .map(f -> new Job(f, Choices.of(dataset.id(), s.id(), null))));
        return dataset.role() == DatasetRole.PLANS ? known : known.limit(1);
    }

    /** @param name with {@code *} for any letters */
    private static boolean named(String name, Path file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + name).matches(file.getFileName());
    }
}
