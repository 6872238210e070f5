package no.arealkompass.api;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.access.Role;
import org.jspecify.annotations.Nullable;

/** Reads role, municipalities and name out of what a provider says of a person. */
final class Claims {
    /** A number at the end and no other digit: "3414", "kommune-3414"; never a piece of some other id. */
    private static final Pattern NUMBER = Pattern.compile("\\D*(\\d{4})");

    private static final int NAME_LENGTH = 80;

    private final Map<String, Object> claims;
    private final OidcSettings settings;

    Claims(Map<String, Object> claims, OidcSettings settings) {
        this.claims = claims;
        this.settings = settings;
    }

    /** The first of the configured roles the person has. */
    Optional<Role> role() {
        var theirs = texts(settings.roleClaim());
        return settings.roleMap().entrySet().stream()
                .filter(entry -> theirs.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Numbers of those the person acts for, within the region. */
    Set<String> municipalities(Set<String> region) {
        if (settings.municipalityClaim().isBlank()) {
            return Set.of();
        }
        return texts(settings.municipalityClaim()).stream()
                .flatMap(text -> Stream.of(text.split("[ ,;]+", -1)))
                .flatMap(theirs -> municipality(theirs).stream())
                .filter(region::contains)
                .collect(Collectors.toSet());
    }

    private Optional<String> municipality(String theirs) {
        var mapped = settings.municipalityMap().get(theirs);
        var number = NUMBER.matcher(theirs);
        return mapped != null
                ? Optional.of(mapped)
                : number.matches() ? Optional.of(number.group(1)) : Optional.empty();
    }

    /** One line without anything that would change how a log or a page looks. */
    String name(String otherwise) {
        var name = texts(settings.nameClaim()).stream().findFirst().orElse(otherwise);
        var plain = name.replaceAll("[\\p{C}\\s/\\\\]+", " ").strip();
        var own = plain.isEmpty() ? otherwise : plain;
        return own.substring(0, Math.min(NAME_LENGTH, own.length()));
    }

    private Set<String> texts(String path) {
        var found = new LinkedHashSet<String>();
        collect(claims.containsKey(path) ? claims.get(path) : at(path), found);
        return found;
    }

    /** Dots lead into objects; a list is looked through, so that {@code authorization_details.resource} works. */
    private @Nullable Object at(String path) {
        Object now = claims;
        for (var step : path.split("\\.", -1)) {
            now = step(now, step);
        }
        return now;
    }

    private static @Nullable Object step(@Nullable Object from, String step) {
        return switch (from) {
            case Map<?, ?> object -> object.get(step);
            case Collection<?> list ->
                list.stream()
                        .map(item -> step(item, step))
                        .filter(item -> item != null)
                        .toList();
            case null, default -> null;
        };
    }

    private static void collect(@Nullable Object value, Set<String> into) {
        switch (value) {
            case null -> {}
            case Collection<?> list -> list.forEach(item -> collect(item, into));
            case Map<?, ?> object -> List.copyOf(object.values()).forEach(item -> collect(item, into));
            default -> into.add(value.toString());
        }
    }
}
