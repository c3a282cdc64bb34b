package org.throughcare.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.throughcare.DatabaseDump;
import org.throughcare.ProcessTest;
import org.throughcare.StaffOfTest;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.journey.Journeys;
import org.throughcare.rehearsal.Rehearsal;

/** What is written about a woman is read by the people of her case, and by nobody in the database or in the log. */
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest extends ProcessTest {

    private static final String CANARY = "Zwitscherling";
    private static final String PRISON_NUMBER = "C0001AN";
    private static final String DATE_OF_BIRTH = "1967-08-09";

    @Autowired
    Journeys journeys;

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    StaffMembers staffMembers;

    @Autowired
    DataSource database;

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
    void noWordAboutHerIsReadInTheDatabaseOrTheLog(CapturedOutput log) {
        String caseNumber = journeys.register(admission());

        rehearsal.liveUntil(
                clock.instant().plus(Duration.ofDays(240)), () -> Map.of(caseNumber, Map.of("pregnant", "yes")));

        assertThat(cases.get(caseNumber).womanName()).isEqualTo(CANARY + " Name");
        assertThat(facts.of(caseNumber).values()).as("her facts").anyMatch(fact -> fact.equals(CANARY));
        assertThat(journal.of(caseNumber))
                .as("her journal")
                .anyMatch(entry -> entry.details().toString().contains(CANARY));
        DatabaseDump dump = DatabaseDump.of(database);
        for (String word : List.of(CANARY, PRISON_NUMBER, DATE_OF_BIRTH)) {
            assertThat(dump.tablesThatHold(word)).as(word).isEmpty();
        }
        assertThat(log.getAll()).as("the log").doesNotContain(CANARY, PRISON_NUMBER, DATE_OF_BIRTH);
    }

    private static Map<String, Object> admission() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("prisonNumber", PRISON_NUMBER);
        answers.put("womanName", CANARY + " Name");
        answers.put("dateOfBirth", DATE_OF_BIRTH);
        answers.put("site", "north");
        answers.put("admissionDate", "2026-01-12");
        answers.put("legalStatus", "sentenced");
        answers.put("releaseDate", "2026-05-20");
        answers.put("homeDistrict", CANARY + " District");
        answers.put("language", CANARY);
        return answers;
    }
}
