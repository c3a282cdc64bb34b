package org.throughcare.casefile;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CurrentStaff;

/** The append-only journal of every case: forms, decisions, moves. Entries are written in the caller's transaction. */
@Component
@Transactional
public class Journal {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final CurrentStaff staff;

    Journal(JdbcClient jdbc, Json json, Clock clock, CurrentStaff staff) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.staff = staff;
    }

    /**
     * Adds a line.
     *
     * @param caseNumber null for what belongs to no case, such as a supervision session
     * @param kind a lowerCamelCase code
     * @param summary a plain sentence
     * @param details what belongs to it, by name
     */
    public void write(String caseNumber, String kind, String summary, Map<String, ?> details) {
        jdbc.sql(
                        """
                insert into journal_entry (case_number, kind, summary, details, written_by, written_at)
                values (:caseNumber, :kind, :summary, :details, :by, :at)""")
                .param("caseNumber", caseNumber)
                .param("kind", kind)
                .param("summary", summary)
                .param("details", json.write(details))
                .param("by", staff.userId())
                .param("at", Moments.toColumn(clock.instant()))
                .update();
    }

    /** Every line of that case, oldest first. */
    public List<JournalEntry> of(String caseNumber) {
        return jdbc.sql("select * from journal_entry where case_number = ? order by id")
                .param(caseNumber)
                .query((row, number) -> new JournalEntry(
                        row.getLong("id"),
                        row.getString("case_number"),
                        row.getString("kind"),
                        row.getString("summary"),
                        json.readMap(row.getString("details")),
                        row.getString("written_by"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }
}
