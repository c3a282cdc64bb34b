package org.throughcare.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CurrentStaff;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** The append-only journal of every case: forms, decisions, moves. Entries are written in the caller's transaction. */
@Component
@Transactional
public class Journal {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final CurrentStaff staff;

    private final SealedTable sealed;

    private final ApplicationEventPublisher events;

    Journal(
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
        this.sealed = sealing.table("journal_entry", "summary", "details");
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
                .param("summary", sealed.seal("summary", caseNumber, summary))
                .param("details", sealed.seal("details", caseNumber, json.write(details)))
                .param("by", staff.userId())
                .param("at", Moments.toColumn(clock.instant()))
                .update();
        if (caseNumber != null) {
            events.publishEvent(new JournalWritten(caseNumber, kind, details));
        }
    }

    /** Every line of that case, oldest first. */
    public List<JournalEntry> of(String caseNumber) {
        return jdbc.sql("select * from journal_entry where case_number = ? order by id")
                .param(caseNumber)
                .query(this::row)
                .list();
    }

    /** The lines of these kinds of that case, oldest first. */
    public List<JournalEntry> of(String caseNumber, Collection<String> kinds) {
        return jdbc.sql("select * from journal_entry where case_number = :number and kind in (:kinds) order by id")
                .param("number", caseNumber)
                .param("kinds", kinds)
                .query(this::row)
                .list();
    }

    /** Some lines of one kind of that case, newest first. */
    public List<JournalEntry> newest(String caseNumber, String kind, int offset, int limit) {
        return jdbc.sql(
                        "select * from journal_entry where case_number = ? and kind = ? order by id desc limit ? offset ?")
                .params(caseNumber, kind, limit, offset)
                .query(this::row)
                .list();
    }

    /** Some lines of that case, newest first. */
    public List<JournalEntry> newest(String caseNumber, int offset, int limit) {
        return jdbc.sql("select * from journal_entry where case_number = ? order by id desc limit ? offset ?")
                .params(caseNumber, limit, offset)
                .query(this::row)
                .list();
    }

    private JournalEntry row(ResultSet row, int number) throws SQLException {
        return new JournalEntry(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("kind"),
                sealed.open(row, "summary"),
                json.readMap(sealed.open(row, "details")),
                row.getString("written_by"),
                Moments.fromColumn(row, "written_at"));
    }
}
