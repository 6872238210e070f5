package no.arealkompass.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as it is asked for.
 *
 * @param works ids of stored works
 * @param newWorks further works, which are stored with it
 */
public record ScenarioDraft(
        @Nullable String name,
        @Nullable String note,
        @Nullable List<Long> works,
        @Nullable List<WorkDraft> newWorks) {}
