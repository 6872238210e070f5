package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import no.arealkompass.connection.Trouble;
import no.arealkompass.connection.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Limits, places for costly requests, time-outs of statements and full disks, over HTTP. */
@TestPropertySource(
        properties = {"areal.limits.factor=0.05", "areal.costly.places=1", "areal.costly.queue=0", "areal.samples=false"
        })
@Import(GateTest.Troublemaker.class)
@DirtiesContext
class GateTest extends ServiceTest {
    private static final String COSTLY = "/api/requirements/parse?text=20+daa";

    @Autowired
    Bulkhead bulkhead;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        HttpResponse<String> answer = get("/api/plans/topology?plan=none");
        for (int i = 0; i < 40 && answer.statusCode() != 429; i++) {
            answer = get("/api/plans/topology?plan=none", "Accept-Language", "en");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(answer.body()).at("/title").asString()).isEqualTo("Too many requests");
        var norwegian = get("/api/plans/topology?plan=none", "Accept-Language", "nb");
        assertThat(JSON.readTree(norwegian.body()).at("/remedy").asString()).startsWith("Prøv igjen om");
        var page = get("/api/plans/topology?plan=none", "Accept", "text/html,*/*");
        assertThat(page.body()).contains("<h1>For mange forespørsler</h1>").doesNotContain("style=", "<script");
        assertThat(get("/api/config").statusCode()).as("something else").isEqualTo(200);
        assertThat(get("/api/plans/topology?plan=none", "Authorization", administrator())
                        .statusCode())
                .as("an account behind the same address")
                .isNotEqualTo(429);
    }

    @Test
    void costlyRequestsNeverTakeThePlaceOfLightOnes() {
        assertThat(bulkhead.enter()).isTrue();
        try {
            var busy = get(COSTLY, "Authorization", administrator());
            assertThat(busy.statusCode()).isEqualTo(503);
            assertThat(busy.headers().firstValue("Retry-After")).contains("5");
            assertThat(busy.body()).contains("urn:arealkompass:problem:busy", "mye å gjøre");
            assertThat(get("/api/config").statusCode()).isEqualTo(200);
        } finally {
            bulkhead.leave();
        }
        assertThat(get(COSTLY, "Authorization", administrator()).statusCode()).isNotEqualTo(503);
        assertThat(bulkhead.free()).as("every place is left again").isEqualTo(1);
    }

    @Test
    void everyKindOfWorkHasItsTimeOut() {
        for (var work : Work.values()) {
            try (var turn = work.begin()) {
                assertThat(turn).isNotNull();
                var limit = jdbc.sql("select extract(epoch from current_setting('statement_timeout')::interval)::int")
                        .query(Integer.class)
                        .single();
                assertThat(limit).isEqualTo((int) work.statement().toSeconds());
            }
        }
        assertThat(Work.present()).isEqualTo(Work.JOB);
    }

    /** What the database says when it is so, told as it is told to the one who asked. */
    @ParameterizedTest
    @CsvSource({
        "53100, DISK_FULL, 507, disk-full",
        "57014, TOO_SLOW, 503, too-slow",
        "53300, AWAY, 503, database-away",
        "57P01, AWAY, 503, database-away"
    })
    void troubleOfTheDatabaseIsToldAsSuch(String state, Trouble trouble, int status, String type) {
        var answer = get("/api/trouble/" + state);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body())
                .contains("urn:arealkompass:problem:" + type, "remedy")
                .doesNotContain("planted");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(get("/api/config").statusCode()).as("reads go on").isEqualTo(200);
        assertThat(Trouble.behind(new IllegalStateException(new SQLException("x", state))))
                .contains(trouble);
    }

    @Test
    void anOrdinaryFaultIsNotTakenForTrouble() {
        assertThat(get("/api/trouble/22012").statusCode()).isEqualTo(500);
    }

    /** Raises, in the database, whatever is asked for. */
    @RestController
    static class Troublemaker {
        private final JdbcClient jdbc;

        Troublemaker(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @GetMapping("/api/trouble/{state:[0-9P]{5}}")
        void raise(@PathVariable String state) {
            jdbc.sql("do $$ begin raise exception 'planted' using errcode = '" + state + "'; end $$")
                    .update();
        }
    }

    @Test
    void aStatementThatTakesTooLongIsStopped() {
        var stopped = catchThrowable(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("select set_config('statement_timeout', '50ms', true)")
                    .query(String.class)
                    .single();
            jdbc.sql("select pg_sleep(60)").query(Object.class).list();
        }));
        assertThat(Trouble.behind(stopped)).contains(Trouble.TOO_SLOW);
        assertThat(Trouble.behind(new UncheckedIOException(new IOException("/tmp/x: No space left on device"))))
                .contains(Trouble.DISK_FULL);
        assertThat(Trouble.behind(new IllegalStateException("anything else"))).isEmpty();
    }
}
