package org.throughcare.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CurrentStaff;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** Contacts due and made. They are voluntary and never feed enforcement (domain rule 13). */
@Component
@Transactional
public class Contacts {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;
    private final CurrentStaff staff;

    private final SealedTable sealed;

    Contacts(JdbcClient jdbc, Journal journal, Clock clock, CurrentStaff staff, Sealing sealing) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.staff = staff;
        this.sealed = sealing.table("contact", "note");
    }

    /** A contact is due; returns its id. */
    public long schedule(String caseNumber, String kind, String channel, Instant due) {
        return insert(caseNumber, kind, channel, due, null, "due", null);
    }

    /** A contact that is still due moves to another moment or channel. */
    public void move(long id, String channel, Instant due) {
        jdbc.sql("update contact set channel = :channel, due_at = :due where id = :id and outcome = 'due'")
                .param("channel", channel)
                .param("due", Moments.toColumn(due))
                .param("id", id)
                .update();
    }

    /** What is still due for her will not take place: her case ends, or she is in custody again. */
    public void cancelDue(String caseNumber) {
        jdbc.sql("update contact set outcome = 'cancelled' where case_number = ? and outcome = 'due'")
                .param(caseNumber)
                .update();
    }

    /** A contact that was not scheduled took place now, or was tried; returns its id. */
    public long made(String caseNumber, String kind, String channel, String outcome, String note) {
        return madeAt(caseNumber, kind, channel, outcome, note, clock.instant());
    }

    /** A contact that was not scheduled took place at that moment, or was tried; returns its id. */
    public long madeAt(String caseNumber, String kind, String channel, String outcome, String note, Instant at) {
        long id = insert(caseNumber, kind, channel, null, at, outcome, note);
        journalMade(caseNumber, id, kind, outcome);
        return id;
    }

    /** A scheduled contact took place or did not. */
    public void settle(long id, String channel, String outcome, String note) {
        Contact contact = get(id);
        jdbc.sql(
                        """
                update contact set channel = :channel, made_at = :at, outcome = :outcome, note = :note, noted_by = :by
                where id = :id""")
                .param("channel", channel)
                .param("at", Moments.toColumn(clock.instant()))
                .param("outcome", outcome)
                .param("note", sealed.seal("note", contact.caseNumber(), note))
                .param("by", staff.userId())
                .param("id", id)
                .update();
        journalMade(contact.caseNumber(), id, contact.kind(), outcome);
    }

    /** The contact with that id. */
    public Contact get(long id) {
        return jdbc.sql("select * from contact where id = ?")
                .param(id)
                .query(this::row)
                .single();
    }

    /** All contacts of that case, in the order in which they were written. */
    public List<Contact> of(String caseNumber) {
        return jdbc.sql("select * from contact where case_number = ? order by id")
                .param(caseNumber)
                .query(this::row)
                .list();
    }

    /**
     * How many of the latest contacts of the follow-up plan she missed one after the other. A kept contact of any kind
     * ends the row, whoever noted it; being found by a search does not, so that her contacts step up until she keeps one.
     */
    public int missedInARow(String caseNumber) {
        int missed = 0;
        List<Contact> made = of(caseNumber).stream()
                .filter(contact -> contact.madeAt() != null && !"search".equals(contact.kind()))
                .sorted(Comparator.comparing(Contact::madeAt))
                .toList();
        for (Contact contact : made) {
            if ("kept".equals(contact.outcome())) {
                missed = 0;
            } else if ("missed".equals(contact.outcome()) && "followUp".equals(contact.kind())) {
                missed++;
            }
        }
        return missed;
    }

    private long insert(
            String caseNumber, String kind, String channel, Instant due, Instant made, String outcome, String note) {
        return Inserts.returningId(jdbc.sql(
                        """
                insert into contact (case_number, kind, channel, due_at, made_at, outcome, note, noted_by)
                values (:caseNumber, :kind, :channel, :due, :made, :outcome, :note, :by)""")
                .param("caseNumber", caseNumber)
                .param("kind", kind)
                .param("channel", channel)
                .param("due", Moments.toColumn(due))
                .param("made", Moments.toColumn(made))
                .param("outcome", outcome)
                .param("note", sealed.seal("note", caseNumber, note))
                .param("by", staff.userId()));
    }

    private void journalMade(String caseNumber, long id, String kind, String outcome) {
        journal.write(
                caseNumber,
                "contactNoted",
                "Contact (" + kind + "): " + outcome + ".",
                Map.of("contactId", id, "kind", kind, "outcome", outcome));
    }

    private Contact row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Contact(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("kind"),
                row.getString("channel"),
                Moments.fromColumn(row, "due_at"),
                Moments.fromColumn(row, "made_at"),
                row.getString("outcome"),
                sealed.open(row, "note"),
                row.getString("noted_by"));
    }
}
