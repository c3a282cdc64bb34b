package org.throughcare.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that only the people on a list may know of. */
@Component
class RestrictedCases {

    private final JdbcClient jdbc;
    private final Clock clock;

    RestrictedCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The list of each of these cases that is restricted; open cases are missing. */
    Map<String, Set<String>> readersOf(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> readers = new HashMap<>();
        jdbc.sql(
                        """
                select restricted_case.case_number, user_id from restricted_case
                left join restricted_case_reader on restricted_case_reader.case_number = restricted_case.case_number
                where restricted_case.case_number in (:numbers)""")
                .param("numbers", caseNumbers)
                .query(row -> {
                    Set<String> list = readers.computeIfAbsent(row.getString(1), number -> new HashSet<>());
                    if (row.getString(2) != null) {
                        list.add(row.getString(2));
                    }
                });
        return readers;
    }

    /** From now on only these users may know of the case. */
    void restrict(String caseNumber, Set<String> readers, String by) {
        lift(caseNumber);
        jdbc.sql("insert into restricted_case (case_number, restricted_by, restricted_at) values (?, ?, ?)")
                .params(caseNumber, by, Timestamp.from(clock.instant()))
                .update();
        readers.forEach(reader -> jdbc.sql("insert into restricted_case_reader (case_number, user_id) values (?, ?)")
                .params(caseNumber, reader)
                .update());
    }

    /** Everybody who has a right may know of the case again. */
    void lift(String caseNumber) {
        jdbc.sql("delete from restricted_case_reader where case_number = ?")
                .param(caseNumber)
                .update();
        jdbc.sql("delete from restricted_case where case_number = ?")
                .param(caseNumber)
                .update();
    }

    /** Every restricted case, by number. */
    List<String> all() {
        return jdbc.sql("select case_number from restricted_case order by case_number")
                .query(String.class)
                .list();
    }

    /** The restricted cases on whose list that user is not. */
    Set<String> hiddenFrom(String userId) {
        return jdbc.sql(
                        """
                select case_number from restricted_case where not exists (
                  select 1 from restricted_case_reader
                  where restricted_case_reader.case_number = restricted_case.case_number and user_id = ?)""")
                .param(userId)
                .query(String.class)
                .set();
    }
}
