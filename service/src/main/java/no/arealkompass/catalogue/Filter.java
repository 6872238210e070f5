package no.arealkompass.catalogue;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What sites are asked for; what is empty or null is not asked for.
 *
 * @param purpose id of a purpose of the region's default strategy: sites that are excluded for it do not fit
 * @param municipality four digits
 * @param destination id of the destination that minutes are counted to
 * @param plan class of plan status
 */
public record Filter(
        @Nullable Double leastDaa,
        @Nullable Double mostDaa,
        String purpose,
        String municipality,
        String destination,
        @Nullable Double mostMinutes,
        @Nullable Double leastMw,
        String plan,
        Sort sort) {

    /** Nothing is asked for. */
    public static final Filter NONE = new Filter(null, null, "", "", "", null, null, "", Sort.NAME);

    /** The order of the list. What is not stated comes last. */
    public enum Sort {
        NAME,
        AREA,
        MINUTES,
        POWER
    }

    /** What is asked. */
    public Set<Question> asked() {
        var asked = EnumSet.noneOf(Question.class);
        add(asked, Question.AREA, leastDaa != null || mostDaa != null);
        add(asked, Question.PURPOSE, !purpose.isEmpty());
        add(asked, Question.MUNICIPALITY, !municipality.isEmpty());
        add(asked, Question.MINUTES, mostMinutes != null);
        add(asked, Question.POWER, leastMw != null);
        add(asked, Question.PLAN, !plan.isEmpty());
        return asked;
    }

    private static void add(Set<Question> asked, Question question, boolean is) {
        if (is) {
            asked.add(question);
        }
    }
}
