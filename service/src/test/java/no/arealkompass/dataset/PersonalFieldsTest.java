package no.arealkompass.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that tell of people are known by their names, as registers and shapefiles write them. */
class PersonalFieldsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eier",
                "EIER",
                "Eier1_navn",
                "hjemmelshaver",
                "HJEMMELSHA",
                "grunneier",
                "rettighetshaver",
                "fester",
                "forslagsstiller",
                "FORSLAGSST",
                "saksbehandler",
                "kontaktperson",
                "Fødselsnummer",
                "fodselsnr",
                "e-post",
                "E_POST",
                "telefon",
                "tlf",
                "owner",
                "owner_name",
                "landowner",
                "adresse",
                "person.navn"
            })
    void theseTellOfPeople(String field) {
        assertThat(PersonalFields.tells(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eierform",
                "RpEierform",
                "arealformål",
                "feltbetegnelse",
                "gnr",
                "bnr",
                "planidentifikasjon",
                "kommunenummer",
                "powerMW",
                "navn",
                "lokalId",
                "opphav",
                "vertikalnivå",
                "utnyttelse",
                "shape_area"
            })
    void theseDoNot(String field) {
        assertThat(PersonalFields.tells(field)).isFalse();
    }

    @Test
    void membersInsideAValueAreTakenOutToo() {
        assertThat(
                        PersonalFields.without(
                                "{\"kvalitet\":{\"metode\":1},\"eier\":{\"navn\":\"Kari\"},\"deler\":[{\"tlf\":\"1\",\"nr\":2}]}"))
                .isEqualTo("{\"kvalitet\":{\"metode\":1},\"deler\":[{\"nr\":2}]}");
        assertThat(PersonalFields.without("{\"a\": 1}")).as("as it was").isEqualTo("{\"a\": 1}");
        assertThat(PersonalFields.without("[ikke JSON")).isEqualTo("[ikke JSON");
        assertThat(PersonalFields.without("eier")).isEqualTo("eier");
        assertThat(PersonalFields.without(null)).isNull();
    }
}
