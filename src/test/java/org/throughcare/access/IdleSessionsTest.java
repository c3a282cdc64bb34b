package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class IdleSessionsTest {

    private static final String LIST = "/camunda/api/engine/engine/default/filter/abc/list";
    private static final String FORM = "/camunda/api/engine/engine/default/task/abc/form-variables";

    private final AtomicLong now = new AtomicLong();
    private final IdleSessions idle = new IdleSessions(Duration.ofMinutes(15), () -> Instant.ofEpochMilli(now.get()));
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void aSessionIsOverAfterAQuarterOfAnHourWithoutHer() {
        assertThat(idle.isOver(session, FORM)).isFalse();
        pass(Duration.ofMinutes(14));
        assertThat(idle.isOver(session, FORM)).isFalse();
        pass(Duration.ofMinutes(14));
        assertThat(idle.isOver(session, FORM)).isFalse();
        pass(Duration.ofMinutes(16));
        assertThat(idle.isOver(session, FORM)).isTrue();
    }

    @Test
    void aListThatRenewsItselfDoesNotKeepItOpen() {
        idle.isOver(session, FORM);
        for (int minute = 0; minute < 15; minute++) {
            pass(Duration.ofMinutes(1));
            assertThat(idle.isOver(session, LIST)).isFalse();
        }
        pass(Duration.ofMinutes(1));
        assertThat(idle.isOver(session, LIST)).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toMillis());
    }
}
