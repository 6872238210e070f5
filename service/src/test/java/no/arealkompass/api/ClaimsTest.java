package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.access.Role;
import org.junit.jupiter.api.Test;

/** What a provider's claims come to, and which settings are refused at the start. */
class ClaimsTest {
    private static final Set<String> REGION = Set.of("3401", "3414", "3415");

    @Test
    void theFirstConfiguredRoleCountsInWhateverOrderTheTokenNamesThem() {
        var settings = settings("roles", "areal-admin=ADMINISTRATOR,areal-planner=PLANNER", "", "");
        assertThat(new Claims(Map.of("roles", List.of("areal-planner", "areal-admin")), settings).role())
                .contains(Role.ADMINISTRATOR);
        assertThat(new Claims(Map.of("roles", "areal-planner"), settings).role())
                .contains(Role.PLANNER);
        assertThat(new Claims(Map.of("roles", List.of("AREAL-ADMIN")), settings).role())
                .isEmpty();
        assertThat(new Claims(Map.of(), settings).role()).isEmpty();
    }

    @Test
    void whatAnsattportenSays() {
        var settings = settings(
                "authorization_details.resource",
                "urn:altinn:resource:areal-plan=PLANNER",
                "authorization_details.authorized_parties.orgno.ID",
                "0192:111222333=3414,0192:444555666=3415");
        var claims = new Claims(
                Map.of(
                        "authorization_details",
                        List.of(Map.of(
                                "type",
                                "ansattporten:altinn:resource",
                                "resource",
                                "urn:altinn:resource:areal-plan",
                                "authorized_parties",
                                List.of(Map.of(
                                        "name",
                                        "NORD-ODAL KOMMUNE",
                                        "orgno",
                                        Map.of("authority", "iso6523-actorid-upis", "ID", "0192:111222333")))))),
                settings);
        assertThat(claims.role()).contains(Role.PLANNER);
        assertThat(claims.municipalities(REGION)).containsExactly("3414");
    }

    @Test
    void aMunicipalityIsANumberAtTheEndAndNeverAPieceOfAnotherId() {
        var settings = settings("roles", "a=PLANNER", "kommuner", "");
        var told = List.of(
                "areal-planner-3414",
                "3401",
                "cb7eda1b-3415-40ae-b8bb-37836ebc6abd",
                "0192:911113415",
                "0301",
                "34145");
        assertThat(new Claims(Map.of("kommuner", told), settings).municipalities(REGION))
                .containsExactlyInAnyOrder("3401", "3414");
        assertThat(new Claims(Map.of("kommuner", "3401, 3415"), settings).municipalities(REGION))
                .containsExactlyInAnyOrder("3401", "3415");
    }

    @Test
    void settingsThatCannotBeMeantStopTheStart() {
        assertThatThrownBy(() -> settings("roles", "a=BOSS", "", "")).hasMessageContaining("no role BOSS");
        assertThatThrownBy(() -> settings("roles", "a=MACHINE", "", "")).hasMessageContaining("AREAL_OIDC_ROLES");
        assertThatThrownBy(() -> settings("roles", "", "", "")).hasMessageContaining("AREAL_OIDC_ROLES");
        assertThatThrownBy(() -> settings("roles", "a=PLANNER", "k", "x=34")).hasMessageContaining("MUNICIPALITIES");
        assertThatThrownBy(
                        () -> new OidcSettings("http://evil.example", "c", "", "", "", "", "a=PLANNER", "", "", "", ""))
                .hasMessageContaining("https");
    }

    private static OidcSettings settings(String roleClaim, String roles, String municipalityClaim, String numbers) {
        return new OidcSettings(
                "https://login.example",
                "arealkompass",
                "",
                "",
                "openid",
                roleClaim,
                roles,
                municipalityClaim,
                numbers,
                "preferred_username",
                "");
    }
}
