package no.arealkompass.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.access.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The organisation's own login. Without an issuer there is none, and trial accounts are in use.
 *
 * @param issuer address of the provider, exactly as it calls itself
 * @param clientSecret empty for a public client
 * @param clientSecretFile file with the secret, instead of it
 * @param scopes asked for, separated by spaces
 * @param roleClaim where the ID token names roles or groups; dots lead into objects
 * @param roles which of them is which role here, as {@code theirs=ROLE,…}; the first that fits counts
 * @param municipalityClaim where the ID token names municipalities
 * @param municipalities which of its values is which municipality, as {@code theirs=3414,…}; four digits need no entry
 * @param nameClaim what the audit trail calls the person
 * @param authorizationDetails sent along as it is (RFC 9396, JSON), where a provider lets the person choose whom to act for
 */
@ConfigurationProperties("areal.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String clientSecretFile,
        @DefaultValue("openid profile") String scopes,
        @DefaultValue("roles") String roleClaim,
        @DefaultValue("") String roles,
        @DefaultValue("") String municipalityClaim,
        @DefaultValue("") String municipalities,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("") String authorizationDetails) {
    private static final Set<Role> PERSONS =
            Set.of(Role.RECRUITER, Role.CASE_OFFICER, Role.PLANNER, Role.ADMINISTRATOR);

    OidcSettings {
        if (!issuer.isBlank()) {
            require(!clientId.isBlank(), "AREAL_OIDC_CLIENT_ID is missing: the client's id at " + issuer);
            require(
                    issuer.startsWith("https://") || issuer.matches("http://(localhost|127\\.0\\.0\\.1)[:/].*"),
                    "AREAL_OIDC_ISSUER must begin with https://");
            require(
                    PERSONS.containsAll(roleByName(roles).values()) && !roles.isBlank(),
                    "AREAL_OIDC_ROLES must map the provider's roles to ours, as theirs=PLANNER,other=RECRUITER; ours are "
                            + PERSONS);
            require(
                    pairs(municipalities).values().stream().allMatch(number -> number.matches("\\d{4}")),
                    "AREAL_OIDC_MUNICIPALITIES must map to municipality numbers, as theirs=3414,other=3415");
        }
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    boolean configured() {
        return !issuer.isBlank();
    }

    /** The client's secret; empty for a public client. */
    String secret() {
        if (clientSecretFile.isBlank()) {
            return clientSecret;
        }
        try {
            return Files.readString(Path.of(clientSecretFile)).strip();
        } catch (IOException e) {
            throw new IllegalStateException("AREAL_OIDC_CLIENT_SECRET_FILE cannot be read: " + clientSecretFile, e);
        }
    }

    List<String> scopeList() {
        return List.of(scopes.trim().split("[ ,]+"));
    }

    Map<String, Role> roleMap() {
        return roleByName(roles);
    }

    Map<String, String> municipalityMap() {
        return pairs(municipalities);
    }

    private static Map<String, Role> roleByName(String text) {
        var byName = new LinkedHashMap<String, Role>();
        pairs(text).forEach((theirs, ours) -> {
            try {
                byName.put(theirs, Role.valueOf(ours));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "AREAL_OIDC_ROLES: there is no role " + ours + "; there are " + PERSONS, e);
            }
        });
        return byName;
    }

    /** In the order given; the last = parts them, since theirs may hold one. */
    private static Map<String, String> pairs(String text) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : text.split(",", -1)) {
            int at = pair.lastIndexOf('=');
            if (at > 0) {
                pairs.put(pair.substring(0, at).strip(), pair.substring(at + 1).strip());
            } else if (!pair.isBlank()) {
                throw new IllegalArgumentException("Expected theirs=ours, found: " + pair.strip());
            }
        }
        return pairs;
    }
}
