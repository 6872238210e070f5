package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Caller;
import no.arealkompass.score.Scoring;
import no.arealkompass.score.StrategyChanged;
import no.arealkompass.strategy.StrategyFault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A strategy is published once per version and never changed. */
class PublishingTest extends ServiceTest {
    private static final Caller OPERATOR = Caller.administrator("test");
    private static final String NAME = "strategies/kongsvingerregionen-2017.yaml";

    @Autowired
    private Scoring scoring;

    @Test
    void theSameVersionWithTheSameContentIsNothingNew() throws Exception {
        scoring.publish(OPERATOR, NAME, document());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void theSameVersionWithOtherContentIsRefusedByName() {
        assertThatThrownBy(
                        () -> scoring.publish(OPERATOR, NAME, document().replace("marginPoints: 2", "marginPoints: 3")))
                .isInstanceOf(StrategyChanged.class)
                .hasMessageContaining(NAME)
                .hasMessageContaining("new version");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aBrokenDocumentIsRefusedWithLineAndColumn() {
        assertThatThrownBy(
                        () -> scoring.publish(OPERATOR, NAME, document().replace("marginPoints: 2", "marginPoint: 2")))
                .isInstanceOf(StrategyFault.class)
                .hasMessageContaining(NAME + ":22:1");
    }

    @Test
    void thePublicPublishesNothing() {
        assertThatThrownBy(() -> scoring.publish(Caller.PUBLIC, NAME, document()))
                .isInstanceOf(AccessDenied.class);
    }

    private int count() {
        return jdbc.sql("select count(*) from strategy where id = 'kongsvingerregionen-2017'")
                .query(Integer.class)
                .single();
    }

    private static String document() throws java.io.IOException {
        return new ClassPathResource("gis-data/" + NAME).getContentAsString(StandardCharsets.UTF_8);
    }
}
