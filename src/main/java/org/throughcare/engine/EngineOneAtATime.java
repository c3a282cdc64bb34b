package org.throughcare.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.OneAtATime;

/** Holds the row that the engine's own nodes hold while they set up their tables. */
@Component
class EngineOneAtATime implements OneAtATime {

    private final JdbcClient jdbc;

    EngineOneAtATime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(Runnable setUp) {
        jdbc.sql("select value_ from ACT_GE_PROPERTY where name_ = 'startup.lock' for update")
                .query(String.class)
                .list();
        setUp.run();
    }
}
