package org.throughcare.faults;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Timers at the edge of a task or a phase that are not due yet and fire once. */
final class TimersThatWait {

    private static final DateTimeFormatter ENGINE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private TimersThatWait() {}

    static List<Ledger.Timer> in(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                select job.id_, job.process_instance_id_, definition.act_id_ from act_ru_job job
                join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                where job.type_ = 'timer' and definition.act_id_ like 'BoundaryEvent\\_%' and job.repeat_ is null
                  and job.duedate_ > (now() at time zone 'UTC') + interval '10 minutes'
                order by job.id_ desc limit 200""")
                .query((row, number) -> new Ledger.Timer(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    static String asTheEngineWritesIt(Instant moment) {
        return ENGINE.format(moment);
    }
}
