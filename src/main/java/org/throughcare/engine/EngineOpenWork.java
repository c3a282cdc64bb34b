package org.throughcare.engine;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.access.CaseRegister;
import org.throughcare.messages.OpenWork;

/** The engine's open tasks of a person, in one statement. A process without a case has another business key, or none. */
@Component
class EngineOpenWork implements OpenWork {

    private final JdbcClient jdbc;
    private final CaseRegister register;

    EngineOpenWork(JdbcClient jdbc, CaseRegister register) {
        this.jdbc = jdbc;
        this.register = register;
    }

    @Override
    public List<Item> assignedTo(String userId) {
        return jdbc.sql(
                        """
                select task.ID_, task.DUE_DATE_, instance.BUSINESS_KEY_
                from ACT_RU_TASK task
                left join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_
                where task.ASSIGNEE_ = ? and task.SUSPENSION_STATE_ = 1
                order by task.DUE_DATE_, task.ID_""")
                .param(userId)
                .query((row, number) -> new Item(
                        row.getString(1),
                        Optional.ofNullable(row.getString(3))
                                .filter(key -> register.find(key).isPresent()),
                        Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant)))
                .list();
    }
}
