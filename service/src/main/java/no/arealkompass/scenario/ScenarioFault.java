package no.arealkompass.scenario;

import java.util.List;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/** A scenario or a planned work was not stored or removed: why, object by object, and what to do about it. */
public final class ScenarioFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of fault. */
    public enum Code {
        NOT_VALID,
        NO_SUCH_SCENARIO,
        NO_SUCH_WORK,
        CHANGED_MEANWHILE,
        WORK_IN_USE
    }

    /**
     * One thing that is wrong.
     *
     * @param object name of the work or scenario, or its number in the list
     * @param place longitude and latitude; null where it has none
     */
    public record Problem(String object, @Nullable List<Double> place, Text what, Text remedy) {}

    private final Code code;
    private final transient List<Problem> problems;

    ScenarioFault(Code code, List<Problem> problems) {
        super(code + ": " + problems);
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    static ScenarioFault of(Code code, String object, Text what, Text remedy) {
        return new ScenarioFault(code, List.of(new Problem(object, null, what, remedy)));
    }

    public Code code() {
        return code;
    }

    /** Never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
