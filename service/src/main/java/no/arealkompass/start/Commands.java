package no.arealkompass.start;

import java.io.PrintStream;
import java.util.List;
import no.arealkompass.bench.Bench;
import no.arealkompass.dataset.Progress;
import org.springframework.stereotype.Component;

/** The commands {@code import}, {@code data} and {@code bench}: the same facades as the HTTP interface, on a console. */
@Component
public class Commands {
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final ImportCommand files;
    private final DataCommand data;
    private final Startup startup;
    private final Bench bench;

    Commands(ImportCommand files, DataCommand data, Startup startup, Bench bench) {
        this.files = files;
        this.data = data;
        this.startup = startup;
        this.bench = bench;
    }

    /**
     * Carries out a command.
     *
     * @param words the command and its arguments
     * @return exit code: 0 done, 1 a file was refused, 2 something must be said first
     * @throws StartFault when the words make no command
     */
    public int run(List<String> words, PrintStream out) {
        var rest = words.subList(1, words.size());
        if (words.getFirst().equals("bench")) {
            return measure(rest, out); // in a database of its own, which needs no strategies
        }
        startup.publishStrategies();
        return switch (words.getFirst()) {
            case "import" -> files.run(rest, out);
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
}
