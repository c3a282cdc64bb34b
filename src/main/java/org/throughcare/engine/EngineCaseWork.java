package org.throughcare.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.access.CaseWork;

/** For whom the engine has open tasks of a case. One statement for a whole page of cases. */
@Component
class EngineCaseWork implements CaseWork {

    private final JdbcClient jdbc;

    EngineCaseWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, People> openFor(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        Map<String, People> people = new HashMap<>();
        jdbc.sql(
                        """
                select instance.BUSINESS_KEY_, task.ASSIGNEE_, link.USER_ID_, link.GROUP_ID_
                from ACT_RU_EXECUTION instance
                join ACT_RU_TASK task on task.PROC_INST_ID_ = instance.ID_
                left join ACT_RU_IDENTITYLINK link on link.TASK_ID_ = task.ID_ and link.TYPE_ = 'candidate'
                where instance.BUSINESS_KEY_ in (:numbers)""")
                .param("numbers", caseNumbers)
                .query(row -> {
                    People ofCase = people.computeIfAbsent(
                            row.getString(1), number -> new People(new HashSet<>(), new HashSet<>()));
                    add(ofCase.users(), row.getString(2));
                    add(ofCase.users(), row.getString(3));
                    add(ofCase.groups(), row.getString(4));
                });
        return people;
    }

    @Override
    public int failedSteps(String caseNumber) {
        return jdbc.sql(
                        """
                select count(*) from ACT_RU_EXECUTION instance
                join ACT_RU_INCIDENT incident on incident.PROC_INST_ID_ = instance.ID_
                where instance.BUSINESS_KEY_ = ?""")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    private static void add(Set<String> ids, String id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
