package no.arealkompass.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.arealkompass.TestDatabase;
import no.arealkompass.TestPlans;
import no.arealkompass.dataset.Followed.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of the areas of a delivery: plans, versions, zones, and everything that has to be said about them. */
class PlanTakeOverTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final String KP =
            "municipality=3414 planId=K1 planName=Kommuneplan planType=20 planStatus=3 inForceFrom=2020-01-01";
    private static final String RP =
            "municipality=3415 planId=D7 planName=Detaljplan planType=35 planStatus=2 stage=hearing";

    private final List<DeliveredObject> objects = new ArrayList<>();

    @Test
    void aDeliveryOfSeveralPlansBecomesOneVersionOfEach() {
        add("k", "objtype=KpOmråde " + KP);
        add("n1", "objtype=KpArealformålOmråde purposeCode=1300 useStatus=2 zoneName=N1 " + KP);
        add("h1", "objtype=KpFareSone considerationCode=320 " + KP);
        add("d", "objtype=RpOmråde " + RP);
        add("t1", "objtype=RpArealformålOmråde purposeCode=2010 verticalLevel=1 " + RP);
        add("b1", "objtype=RpBestemmelseOmråde " + RP);
        var result = read();
        assertThat(result.faults()).isEmpty();
        assertThat(result.notes()).isEmpty();
        var kp = result.drafts().getFirst();
        assertThat(kp.plan()).isEqualTo("3414-K1");
        assertThat(kp.level()).isEqualTo(Level.MUNICIPAL);
        assertThat(kp.stage()).isEqualTo(Stage.ADOPTED);
        assertThat(kp.inForceFrom()).isEqualTo("2020-01-01");
        assertThat(kp.outline()).containsExactly(1L);
        assertThat(kp.zones())
                .extracting(
                        PlanDraft.Zone::zone, PlanDraft.Zone::kind, PlanDraft.Zone::code, PlanDraft.Zone::verticalLevel)
                .containsExactly(
                        tuple("n1", ZoneKind.PURPOSE, "1300", 2), tuple("h1", ZoneKind.CONSIDERATION, "320", 2));
        var rp = result.drafts().getLast();
        assertThat(rp.stage()).isEqualTo(Stage.HEARING);
        assertThat(rp.level()).isEqualTo(Level.DETAILED);
        assertThat(rp.zones()).extracting(PlanDraft.Zone::verticalLevel).containsExactly(1, 2);
        assertThat(rp.zones().getLast().kind()).isEqualTo(ZoneKind.PROVISION);
    }

    /** Properties of the one purpose zone; its outline says the rest. Then the codes of faults and notes. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    municipality= planId=K1 purposeCode=1300                        | ! MUNICIPALITY_MISSING
                    municipality=34 planId=K1                                       | ! MUNICIPALITY_BAD
                    municipality=3414 planId=                                       | ! PLAN_ID_MISSING
                    municipality=3414 planId=a@1                                    | ! PLAN_ID_BAD
                    objtype=KpArealformålOmråde municipality=3414 planId=2 planType=20 purposeCode=1300 useStatus=1 | ! STAGE_MISSING NAME_MISSING OUTLINE_MISSING
                    objtype=KpArealformålOmråde purposeCode=1300 useStatus=2 inForceFrom=2020-13-01 :kp              | ! DATE_BAD OUTLINE_MISSING
                    objtype=KpArealformålOmråde purposeCode=1300 useStatus=2 stage=vedtatt :kp                       | ! STAGE_BAD OUTLINE_MISSING
                    objtype=KpArealformålOmråde purposeCode=1300 useStatus=2 verticalLevel=9 :kp                     | ! VERTICAL_BAD OUTLINE_MISSING
                    objtype=KpOverraskelse :kp                                      | ! NO_ZONES OBJECT_TYPE_UNKNOWN
                    objtype=KpArealformålOmråde purposeCode=1300 useStatus=2 :kp    | OUTLINE_MISSING
                    objtype=KpArealformålOmråde purposeCode=1300 useStatus=7 :kp    | OUTLINE_MISSING USE_STATUS_UNKNOWN
                    objtype=KpArealformålOmråde purposeCode=1300 :kp                | OUTLINE_MISSING USE_STATUS_MISSING
                    objtype=KpArealformålOmråde purposeCode=1340 useStatus=2 :kp    | OUTLINE_MISSING CODE_OTHER_LIST
                    objtype=KpArealformålOmråde purposeCode=1399 useStatus=2 :kp    | OUTLINE_MISSING CODE_UNKNOWN
                    objtype=KpArealformålOmråde purposeCode=1000 useStatus=2 :kp    | OUTLINE_MISSING CODE_NOT_VALID
                    objtype=KpArealformålOmråde purposeCode=datasenter useStatus=2 :kp | OUTLINE_MISSING CODE_NOT_VALID
                    objtype=KpArealformålOmråde useStatus=2 :kp                     | OUTLINE_MISSING CODE_MISSING
                    objtype=KpArealbrukOmråde purposeCode=130 useStatus=2 :kp       | OUTLINE_MISSING CODE_OLD_ACT
                    objtype=kparealformalomrade purposeCode=1300 useStatus=2 planType=35 :kp | TYPE_AGAINST_OBJECTS OUTLINE_MISSING
                    objtype=KpArealformålOmråde purposeCode=1300 useStatus=2 planType=99 :kp | TYPE_UNKNOWN OUTLINE_MISSING
                    objtype=KpArealformålOmråde purposeCode=1300 useStatus=2 planType= :kp   | TYPE_MISSING OUTLINE_MISSING
                    objtype=KpArealformålOmråde purposeCode=1300 useStatus=2 municipality=4204 :kp | OUTLINE_MISSING OUTSIDE_REGION
                    objtype=KpArealformålOmråde purposeCode=1300 useStatus=2 inForceTo=1899-12-30 :kp | OUTLINE_MISSING DATE_PLACEHOLDER
                    objtype=KpArealformålOmråde purposeCode=1300 useStatus=2 planStatus=2 stage=adopted :kp | OUTLINE_MISSING STATUS_BEFORE_ADOPTION
                    municipality=3414 planId=I1 planName=Innspill stage=adopted     | LOOSE_AREAS
                    objtype=KpArealformålOmråde municipality=3414 planId=I1 planName=Innspill purposeCode=1300 stage=input | ''
                    """)
    void whatIsMissingOrDoesNotAgreeIsSaid(String properties, String said) {
        add("z", properties.replace(":kp", "").strip() + (properties.contains(":kp") ? " " + rest(properties) : ""));
        var result = read();
        var codes = said.isEmpty() ? new String[0] : said.replace("! ", "").split(" ", -1);
        assertThat(Stream.concat(result.faults().stream(), result.notes().stream())
                        .map(fault -> codeOf(fault.message().nb()))
                        .toList())
                .containsExactlyInAnyOrder(codes);
        assertThat(result.faults().isEmpty()).isEqualTo(!said.startsWith("!"));
        assertThat(result.drafts().isEmpty()).isEqualTo(said.matches("! (MUNI|PLAN|NO_Z).*"));
        assertThat(Stream.concat(result.faults().stream(), result.notes().stream()))
                .allSatisfy(fault -> assertThat(fault.message().nb()
                                + fault.message().en()
                                + fault.remedy().nb()
                                + fault.remedy().en())
                        .doesNotContain("{"));
    }

    @Test
    void thePlansOwnOutlineDecidesAndAContradictionWithoutItRefuses() {
        add("k", "objtype=KpOmråde " + KP);
        add(
                "n",
                "objtype=KpArealformålOmråde purposeCode=1300 useStatus=2 "
                        + KP.replace("planStatus=3", "planStatus=4"));
        var result = read();
        assertThat(result.faults()).isEmpty();
        assertThat(result.drafts().getFirst().statusCode()).isEqualTo("3");
        assertThat(texts(result.notes())).containsExactly("FIELD_DIFFERS");

        objects.removeFirst();
        add("m", "objtype=KpArealformålOmråde purposeCode=1300 useStatus=2 " + KP);
        assertThat(texts(read().faults())).containsExactly("FIELD_CONFLICT");
    }

    @Test
    void looseAreasAreInputsAndATunnelPlanIsBelowTheGround() {
        add("i", "municipality=3414 planId=I1 planName=Innspill purposeCode=1300");
        assertThat(read().drafts().getFirst().level()).isEqualTo(Level.INPUT);
        assertThat(read().drafts().getFirst().stage()).isEqualTo(Stage.INPUT);

        objects.clear();
        add("d", "objtype=RpOmråde verticalLevel=1 " + RP);
        add("t", "objtype=RpArealformålOmråde purposeCode=2010 " + RP);
        assertThat(read().drafts().getFirst().zones().getFirst().verticalLevel())
                .isEqualTo(1);
    }

    @Test
    void codesAreReadAsSendersWriteThem() {
        for (var written : List.of("1340", "1340.0", "1340 - Industri", "1340: Industri", "industri", " Industri ")) {
            var object = new DeliveredObject(1, "z", Map.of("purposeCode", written, "planType", "Detaljregulering"));
            var read = new CodeText(PlanCodesTest.CODES).read(object);
            assertThat(read.get("purposeCode")).as(written).isEqualTo("1340");
            assertThat(read.get("planType")).isEqualTo("35");
        }
        var strange = new DeliveredObject(1, "z", Map.of("purposeCode", "datasenter", "zoneName", "1340.0"));
        assertThat(new CodeText(PlanCodesTest.CODES).read(strange).get("zoneName"))
                .isEqualTo("1340.0");
        assertThat(new CodeText(PlanCodesTest.CODES)
                        .read(new DeliveredObject(1, "z", Map.of("purposeCode", "Næringspark")))
                        .get("purposeCode"))
                .isEqualTo("Næringspark");
    }

    @Test
    void datesAreReadAsAnyOfTheFormatsWritesThem() {
        for (var text : List.of(
                "2018-03-01",
                "20180301",
                "01.03.2018",
                "2018-03-01T00:00:00",
                "2018-02-28T23:00:00Z",
                "1519858800000")) {
            assertThat(Delivered.parse(text)).as(text).isEqualTo("2018-03-01");
        }
        for (var text : List.of("2018-02-30", "mars 2018", "2018", "")) {
            assertThat(Delivered.parse(text)).as(text).isNull();
        }
    }

    /** In the database: geometry, numbers of versions, notes and everything the delivery says. */
    @Test
    void versionsAreStoredBesideTheOlderOnes() {
        var db = JdbcClient.create(TestDatabase.create().dataSource());
        var takeOvers = new TakeOverRepository(db);
        var repository = new PlanRepository(db);
        TestPlans.version(
                db, "3414", "K1", 1, "MUNICIPAL", "ADOPTED", "3", "2010-01-01", TestPlans.rectangle(0, 0, 10, 10));
        long delivery =
                db.sql("select max(id) from dataset_version").query(Long.class).single();
        feature(db, delivery, "k", "objtype=KpOmråde " + KP, TestPlans.rectangle(300000, 6700000, 100, 100));
        feature(
                db,
                delivery,
                "n1",
                "objtype=KpArealformålOmråde purposeCode=1399 useStatus=2 " + KP,
                TestPlans.rectangle(300000, 6700000, 60, 100));

        var result =
                TakeOver.read(takeOvers.objects(delivery), PlanCodesTest.CODES, "Nord-Odal", TODAY, List.of("3414"));
        result.drafts().forEach(draft -> takeOvers.store(draft, delivery, "test"));

        var version = repository.versions().getFirst();
        assertThat(version.version()).isEqualTo(2);
        assertThat(version.areaM2()).isEqualTo(10_000);
        assertThat(version.outlineStated()).isTrue();
        assertThat(version.sender()).isEqualTo("Nord-Odal");
        assertThat(version.notes()).extracting(PlanNote::code).containsExactly("CODE_UNKNOWN");
        var zone = repository.zones(List.of(version.id())).getFirst();
        assertThat(zone.areaM2()).isEqualTo(6_000);
        assertThat(zone.useStatus()).isEqualTo("2");
        assertThat(db.sql("select properties ->> 'purposeCode' from plan_zone where id = :id")
                        .param("id", zone.id())
                        .query(String.class)
                        .single())
                .isEqualTo("1399");
    }

    private TakeOver.Result read() {
        return TakeOver.read(objects, PlanCodesTest.CODES, "test", TODAY, List.of("3414", "3415"));
    }

    private void add(String id, String properties) {
        objects.add(new DeliveredObject(objects.size() + 1, id, properties(properties)));
    }

    private static void feature(JdbcClient db, long delivery, String id, String properties, String wkt) {
        db.sql("insert into feature (dataset_version_id, object_id, properties, geom)"
                        + " values (:delivery, :id, cast(:properties as jsonb), st_geomfromtext(:wkt, 25833))")
                .param("delivery", delivery)
                .param("id", id)
                .param("properties", JsonMapper.shared().writeValueAsString(properties(properties)))
                .param("wkt", wkt)
                .update();
    }

    private static Map<String, String> properties(String text) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (var part : text.split(" ", -1)) {
            var pair = part.split("=", 2);
            if (pair.length == 2 && !pair[1].isEmpty()) {
                properties.putIfAbsent(pair[0], pair[1]);
            }
        }
        return properties;
    }

    /** The usual properties that a case does not state itself. */
    private static String rest(String properties) {
        return String.join(
                " ",
                Stream.of(KP.split(" ", -1))
                        .filter(part -> !properties.contains(part.substring(0, part.indexOf('=') + 1)))
                        .toList());
    }

    private static List<String> texts(List<Fault> faults) {
        return faults.stream().map(fault -> codeOf(fault.message().nb())).toList();
    }

    /** The code whose words these are. */
    private static String codeOf(String message) {
        var text = message.replaceFirst("^Plan [^:]*: ", "");
        return Words.texts(true).stringPropertyNames().stream()
                .filter(key -> !key.contains("."))
                .filter(key -> text.matches(
                        "\\Q" + Words.texts(true).getProperty(key).replaceAll("\\{[a-zA-Z]+}", "\\\\E.*\\\\Q") + "\\E"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(message));
    }
}
