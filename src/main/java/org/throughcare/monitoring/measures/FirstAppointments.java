package org.throughcare.monitoring.measures;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.casefile.JournalWritten;

/** Keeps when the first appointment of each referral was kept (domain rule 10), in the transaction that says so. */
@Component
@Transactional
class FirstAppointments {

    private final JdbcClient jdbc;
    private final Clock clock;

    FirstAppointments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(JournalWritten line) {
        if (line.kind().equals("appointmentSeen")
                && "kept".equals(line.details().get("attendance"))) {
            jdbc.sql(
                            """
                    insert into referral_kept (referral_id, case_number, kept_at)
                    select id, case_number, cast(:at as timestamp with time zone) from referral where id = :id
                      and not exists (select 1 from referral_kept where referral_id = :id)""")
                    .param("id", line.details().get("referralId"))
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        }
    }
}
