package org.throughcare.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The clock of a demo, a rehearsal or a test: real time plus a distance that can be changed. The engine's clock follows
 * it. It never stands still, unless it was frozen.
 */
public class MovableClock extends Clock {

    private final ZoneId zone;
    private volatile Duration offset = Duration.ZERO;
    private volatile Instant frozenAt;

    /** A clock that tells the real time. */
    public MovableClock() {
        this(ZoneOffset.UTC);
    }

    private MovableClock(ZoneId zone) {
        this.zone = zone;
    }

    /** From now on the time is that moment and goes on from there. */
    public void moveTo(Instant moment) {
        frozenAt = null;
        offset = Duration.between(Instant.now(), moment);
        ClockUtil.offset(offset.toMillis());
    }

    /** From now on the time is that moment, always. */
    public void freezeAt(Instant moment) {
        frozenAt = moment;
        ClockUtil.setCurrentTime(java.util.Date.from(moment));
    }

    /** Back to the real time. */
    public void reset() {
        frozenAt = null;
        offset = Duration.ZERO;
        ClockUtil.reset();
    }

    /** How far ahead of real time it is; negative when it is behind. */
    public Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        Instant frozen = frozenAt;
        return frozen != null ? frozen : Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId otherZone) {
        MovableClock here = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return here.instant();
            }

            @Override
            public ZoneId getZone() {
                return otherZone;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return here.withZone(zone);
            }
        };
    }
}
