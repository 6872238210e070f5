package no.arealkompass.api;

import java.util.Set;
import java.util.stream.Collectors;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what was named are municipalities of this region. */
@Component
class MunicipalityNames {
    private static final int MOST = 100;

    private final Datasets datasets;

    MunicipalityNames(Datasets datasets) {
        this.datasets = datasets;
    }

    Set<String> all() {
        return datasets.region(Caller.PUBLIC).municipalities().stream()
                .map(Region.Municipality::number)
                .collect(Collectors.toSet());
    }

    /** The numbers as given; none when none were. */
    Set<String> known(@Nullable Set<String> numbers) {
        if (numbers == null) {
            return Set.of();
        }
        if (numbers.size() > MOST || !all().containsAll(numbers)) {
            throw new Refusal(
                    422,
                    new Said("Kommunen finnes ikke i regionen.", "The municipality is not in the region."),
                    new Said("Bruk kommunenumre fra /api/config.", "Use municipality numbers of /api/config."));
        }
        return numbers;
    }
}
