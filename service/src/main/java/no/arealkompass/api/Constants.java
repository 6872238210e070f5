package no.arealkompass.api;

import java.util.Arrays;
import java.util.Optional;
import no.arealkompass.score.ConstantName;

/** Constants as they come in: under the name they go out with, {@code caseOfficer} for {@code CASE_OFFICER}. */
final class Constants {
    private Constants() {}

    static <E extends Enum<E>> Optional<E> read(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ConstantName.of(constant).equals(name))
                .findFirst();
    }
}
