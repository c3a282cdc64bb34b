package org.throughcare.monitoring.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells of each case in a list what a manager needs to act: where she is, who looks after her, what is late. */
@Component
class CaseLines {

    private static final int AT_ONCE = 500;

    private static final String LINES =
            """
            select visible.case_number, site, phase, track, release_date, case_manager,
              (select count(distinct task.id_) from act_ru_execution process
                join act_ru_task task on task.proc_inst_id_ = process.id_
                where process.business_key_ = visible.case_number and task.due_date_ < :now) overdue,
              (select count(*) from urgent_flag flag
                where flag.case_number = visible.case_number and flag.status <> 'closed') flags,
              exists (select 1 from consent c where c.case_number = visible.case_number
                and c.recipient = 'communityTeam' and c.kind = 'releasePlan') asked,
              exists (select 1 from consent c where c.case_number = visible.case_number
                and c.recipient = 'communityTeam' and c.kind = 'releasePlan' and c.answer = 'given'
                and (c.valid_until is null or c.valid_until >= today)
                and not exists (select 1 from consent later where later.case_number = c.case_number
                  and later.recipient = c.recipient and later.kind = c.kind and later.id > c.id)) consents,
              exists (select 1 from referral where referral.case_number = visible.case_number
                and referral.status in ('booked', 'kept')) booked,
              exists (select 1 from referral where referral.case_number = visible.case_number) referred,
              r.plan, r.papers, r.housing, r.handover, r.first_meeting
            from visible left join release_readiness r on r.case_number = visible.case_number
            where visible.case_number in (:numbers)""";

    private final MeasureSql sql;
    private final Labels labels;

    CaseLines(MeasureSql sql, Labels labels) {
        this.sql = sql;
        this.labels = labels;
    }

    /** These cases, in their order; those that are not within the scope are left out. */
    List<CaseLine> of(Scope scope, List<String> numbers) {
        List<CaseLine> lines = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            lines.addAll(some(scope, numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE))));
        }
        return lines;
    }

    private List<CaseLine> some(Scope scope, List<String> numbers) {
        Map<String, CaseLine> found =
                sql.ask(scope, LINES).param("numbers", numbers).query((row, number) -> line(row)).list().stream()
                        .collect(Collectors.toMap(CaseLine::caseNumber, Function.identity()));
        Map<String, String> names = labels.namesOf(found.values().stream()
                .map(CaseLine::caseManager)
                .filter(Objects::nonNull)
                .map(CaseLine.Person::userId)
                .collect(Collectors.toSet()));
        return numbers.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(line -> named(line, names))
                .toList();
    }

    private CaseLine line(ResultSet row) throws SQLException {
        String caseManager = row.getString("case_manager");
        return new CaseLine(
                row.getString("case_number"),
                code(row, "site"),
                code(row, "phase"),
                code(row, "track"),
                row.getObject("release_date", LocalDate.class),
                caseManager == null ? null : new CaseLine.Person(caseManager, caseManager),
                row.getInt("overdue"),
                row.getInt("flags"),
                ready(row));
    }

    private static CaseLine.Ready ready(ResultSet row) throws SQLException {
        boolean booked = row.getBoolean("booked") || row.getBoolean("first_meeting");
        return new CaseLine.Ready(
                said(row, "plan"),
                said(row, "papers"),
                said(row, "housing"),
                row.getBoolean("asked") ? (Boolean) row.getBoolean("consents") : null,
                said(row, "handover"),
                booked || row.getBoolean("referred") ? (Boolean) booked : null);
    }

    private static Boolean said(ResultSet row, String column) throws SQLException {
        boolean ready = row.getBoolean(column);
        return row.wasNull() ? null : (Boolean) ready;
    }

    private Answer.Code code(ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        return new Answer.Code(code, labels.of(column, code));
    }

    private static CaseLine named(CaseLine line, Map<String, String> names) {
        if (line.caseManager() == null) {
            return line;
        }
        String userId = line.caseManager().userId();
        return new CaseLine(
                line.caseNumber(),
                line.site(),
                line.phase(),
                line.track(),
                line.releaseDate(),
                new CaseLine.Person(userId, names.getOrDefault(userId, userId)),
                line.overdueTasks(),
                line.openFlags(),
                line.ready());
    }
}
