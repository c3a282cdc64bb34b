package org.throughcare.flow;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes into the engine's history what a hand-counted population went through. */
final class PastOfTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;

    PastOfTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A process of that case that took so long and ended then. */
    String process(String process, String caseNumber, Instant ended, Duration took) {
        String id = "past-" + NUMBER.incrementAndGet();
        jdbc.sql(
                        """
                insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_,
                  END_TIME_, DURATION_, STATE_)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'COMPLETED')""")
                .params(
                        id,
                        id,
                        caseNumber,
                        process,
                        process + ":1:past",
                        Timestamp.from(ended.minus(took)),
                        Timestamp.from(ended),
                        took.toMillis())
                .update();
        return id;
    }

    /** A step of a process that took so long and ended then; canceled when it was left unfinished. */
    void step(String instance, String process, String step, Instant ended, Duration took, boolean canceled) {
        String id = "past-" + NUMBER.incrementAndGet();
        jdbc.sql(
                        """
                insert into ACT_HI_ACTINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_,
                  ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, ACT_INST_STATE_)
                values (?, ?, ?, ?, ?, ?, 'userTask', ?, ?, ?, ?)""")
                .params(
                        id,
                        process,
                        process + ":1:past",
                        instance,
                        instance,
                        step,
                        Timestamp.from(ended.minus(took)),
                        Timestamp.from(ended),
                        took.toMillis(),
                        canceled ? 2 : 0)
                .update();
    }

    /** It was never there. */
    void forget() {
        jdbc.sql("delete from ACT_HI_ACTINST where ID_ like 'past-%'").update();
        jdbc.sql("delete from ACT_HI_PROCINST where ID_ like 'past-%'").update();
    }
}
