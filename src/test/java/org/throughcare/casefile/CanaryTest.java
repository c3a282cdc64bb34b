package org.throughcare.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.throughcare.ProcessTest;
import org.throughcare.StaffOfTest;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.journey.Journeys;
import org.throughcare.rehearsal.Rehearsal;

/** What is written about a woman is in the record, and nowhere in the engine's tables or in the log. */
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest extends ProcessTest {

    private static final String CANARY = "Zwitscherling";

    @Autowired
    Journeys journeys;

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    StaffMembers staffMembers;

    @Autowired
    JdbcTemplate jdbc;

    private StaffOfTest staff;

    @BeforeEach
    void aCaseManagerIsAtWork() {
        staff = StaffOfTest.alone(staffMembers);
        staff.caseManager("canary");
        rehearsal.write(CANARY);
    }

    @AfterEach
    void sheLeaves() {
        rehearsal.write("As agreed with her.");
        staff.leave();
    }

    @Test
    void noWordAboutHerLeavesTheRecord(CapturedOutput log) throws SQLException {
        String caseNumber = journeys.register(admission());

        rehearsal.liveUntil(
                clock.instant().plus(Duration.ofDays(240)), () -> Map.of(caseNumber, Map.of("pregnant", "yes")));

        assertThat(tablesThatHold("case_", "journal_", "need", "objective", "contact", "referral", "urgent_"))
                .as("the record holds it")
                .isNotEmpty();
        assertThat(tablesThatHold("act_")).as("the engine's tables").isEmpty();
        assertThat(log.getAll()).as("the log").doesNotContain(CANARY);
    }

    private List<String> tablesThatHold(String... prefixes) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String table : jdbc.queryForList(
                "select table_name from information_schema.tables where lower(table_schema) = 'public'",
                String.class)) {
            for (String prefix : prefixes) {
                if (table.toLowerCase().startsWith(prefix) && holds(table)) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private boolean holds(String table) {
        boolean[] held = new boolean[1];
        jdbc.query("select * from " + table, (ResultSet row) -> {
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                held[0] |= text(row.getObject(column)).contains(CANARY);
            }
        });
        return held[0];
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof Clob clob) {
            return clob.getSubString(1, (int) clob.length());
        }
        if (value instanceof Blob blob) {
            return new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.UTF_8);
        }
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }

    private static Map<String, Object> admission() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("prisonNumber", "C0001AN");
        answers.put("womanName", CANARY + " Name");
        answers.put("dateOfBirth", "1988-08-08");
        answers.put("site", "north");
        answers.put("admissionDate", "2026-01-12");
        answers.put("legalStatus", "sentenced");
        answers.put("releaseDate", "2026-05-20");
        answers.put("homeDistrict", CANARY + " District");
        answers.put("language", CANARY);
        return answers;
    }
}
