package org.throughcare.casefile;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CurrentStaff;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/**
 * What is known about a woman now: form field key to value. A scope keeps apart what belongs to one referral, one
 * urgent flag or one visit; the case itself has the empty scope.
 */
@Component
@Transactional
public class Facts {

    /** The scope of the case itself. */
    public static final String CASE = "";

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final CurrentStaff staff;

    private final SealedTable sealed;

    private final ApplicationEventPublisher events;

    Facts(
            JdbcClient jdbc,
            Json json,
            Clock clock,
            CurrentStaff staff,
            Sealing sealing,
            ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.staff = staff;
        this.sealed = sealing.table("case_fact", "fact_value");
    }

    /** All facts of the case itself. */
    public Map<String, Object> of(String caseNumber) {
        return of(caseNumber, CASE);
    }

    /** All facts of that scope. */
    public Map<String, Object> of(String caseNumber, String scope) {
        Map<String, Object> facts = new LinkedHashMap<>();
        jdbc.sql(
                        "select fact_key, fact_value, case_number from case_fact where case_number = ? and scope = ? order by fact_key")
                .params(caseNumber, scope)
                .query(row -> {
                    facts.put(row.getString("fact_key"), json.read(sealed.open(row, "fact_value")));
                });
        return facts;
    }

    /** The scopes in which something is known, the case's own first. */
    public List<String> scopes(String caseNumber) {
        return jdbc.sql("select distinct scope from case_fact where case_number = ? order by scope")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    /** One fact of the case itself. */
    public Optional<Object> value(String caseNumber, String key) {
        return value(caseNumber, CASE, key);
    }

    /** One fact of that scope. */
    public Optional<Object> value(String caseNumber, String scope, String key) {
        return jdbc.sql("select fact_value from case_fact where case_number = ? and scope = ? and fact_key = ?")
                .params(caseNumber, scope, key)
                .query(String.class)
                .optional()
                .map(value -> json.read(sealed.open("fact_value", caseNumber, value)));
    }

    /** That fact of the case itself of each of these cases for which it is known, by case number. */
    public Map<String, Object> values(Collection<String> caseNumbers, String key) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> numbers = List.copyOf(caseNumbers);
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            jdbc.sql(
                            """
                    select case_number, fact_value from case_fact
                    where case_number in (:numbers) and scope = '' and fact_key = :key""")
                    .param("numbers", numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE)))
                    .param("key", key)
                    .query(row -> {
                        values.put(row.getString("case_number"), json.read(sealed.open(row, "fact_value")));
                    });
        }
        return values;
    }

    /** One fact of the case itself, as text. */
    public Optional<String> text(String caseNumber, String key) {
        return value(caseNumber, key).map(String::valueOf);
    }

    /**
     * Keeps these values as what is known now. A null value says that nothing is known any more: the fact is removed,
     * the journal keeps it.
     *
     * @param origin the task, form or event that they come from
     */
    public void put(String caseNumber, String scope, Map<String, Object> values, String origin) {
        values.forEach((key, value) -> put(caseNumber, scope, key, value, origin));
        events.publishEvent(new FactsRecorded(caseNumber, scope, Set.copyOf(values.keySet())));
    }

    private void put(String caseNumber, String scope, String key, Object value, String origin) {
        if (value == null) {
            jdbc.sql("delete from case_fact where case_number = ? and scope = ? and fact_key = ?")
                    .params(caseNumber, scope, key)
                    .update();
            return;
        }
        if (update(caseNumber, scope, key, value, origin) == 0) {
            jdbc.sql(
                            """
                    insert into case_fact (case_number, scope, fact_key, fact_value, origin, recorded_by, recorded_at)
                    values (:caseNumber, :scope, :key, :value, :origin, :by, :at)""")
                    .param("caseNumber", caseNumber)
                    .param("scope", scope)
                    .param("key", key)
                    .param("value", sealed.seal("fact_value", caseNumber, json.write(value)))
                    .param("origin", origin)
                    .param("by", staff.userId())
                    .param("at", Moments.toColumn(clock.instant()))
                    .update();
        }
    }

    private int update(String caseNumber, String scope, String key, Object value, String origin) {
        return jdbc.sql(
                        """
                update case_fact set fact_value = :value, origin = :origin, recorded_by = :by, recorded_at = :at
                where case_number = :caseNumber and scope = :scope and fact_key = :key""")
                .param("value", sealed.seal("fact_value", caseNumber, json.write(value)))
                .param("origin", origin)
                .param("by", staff.userId())
                .param("at", Moments.toColumn(clock.instant()))
                .param("caseNumber", caseNumber)
                .param("scope", scope)
                .param("key", key)
                .update();
    }
}
