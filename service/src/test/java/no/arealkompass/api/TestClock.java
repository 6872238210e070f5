package no.arealkompass.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The day it is in tests: always the same, so that ages in answers are, until a test moves it. */
@TestComponent
@Primary
class TestClock extends Clock {
    static final Instant TODAY = Instant.parse("2026-11-26T12:00:00Z");

    private volatile Instant now = TODAY;

    void setDay(String day) {
        now = Instant.parse(day + "T12:00:00Z");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void reset() {
        now = TODAY;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
