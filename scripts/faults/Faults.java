import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fault experiments of docs/decisions/0099: `./areal fault [NAME]`. Each prints its figures and ends with OK or
 * BROKEN; whatever is BROKEN makes the exit status 1.
 */
public final class Faults {
    interface Experiment {
        /** What was not as it should be; empty when all was. */
        List<String> run(Path jar, Path home) throws Exception;
    }

    private static final Map<String, Experiment> ALL = new LinkedHashMap<>();

    static {
        ALL.put("database", DatabaseDies::run);
        ALL.put("heavy", HeavyRequests::run);
        ALL.put("slow", SlowPeople::run);
        ALL.put("disk", FullDisks::run);
        ALL.put("killed", KilledWrites::run);
        ALL.put("editors", TwoEditors::run);
    }

    public static void main(String[] args) throws Exception {
        var jar = Path.of(args[0]);
        var home = Path.of(args[1]);
        var names = args.length > 2 ? List.of(args[2]) : List.copyOf(ALL.keySet());
        boolean broken = false;
        for (var name : names) {
            var experiment = ALL.get(name);
            if (experiment == null) {
                System.err.println("There is no experiment \"" + name + "\". They are: " + String.join(" ", ALL.keySet()));
                System.exit(2);
            }
            System.out.println("== " + name);
            var wrong = experiment.run(jar, home);
            wrong.forEach(w -> System.out.println("  BROKEN: " + w));
            System.out.println(wrong.isEmpty() ? "  OK" : "");
            broken |= !wrong.isEmpty();
        }
        System.exit(broken ? 1 : 0);
    }

    private Faults() {}
}
