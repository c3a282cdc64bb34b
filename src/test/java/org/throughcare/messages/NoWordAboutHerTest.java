package org.throughcare.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.StaffOfTest;
import org.throughcare.WebTest;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.journey.Journeys;
import org.throughcare.rehearsal.Rehearsal;

/** A woman lives through months of her case, every word about her is a canary, and no message sings. */
class NoWordAboutHerTest extends WebTest {

    private static final String CANARY = "Zaunkoenigin";
    private static final String PRISON_NUMBER = "Z0002AN";

    @Autowired
    private Journeys journeys;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private StaffMembers staffMembers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NoticeDesk desk;

    @Autowired
    private MessageBook book;

    @Autowired
    private LetterWriter letters;

    private StaffOfTest staff;
    private String owner;

    @BeforeEach
    void people() {
        staff = StaffOfTest.alone(staffMembers);
        owner = staff.caseManager("songless");
        for (String user : List.of(person(owner, "caseManager.north"), person("songless.lead", "supervisor.north"))) {
            var found = identityService.createUserQuery().userId(user).singleResult();
            found.setEmail(user + "@throughcare.example");
            identityService.saveUser(found);
        }
        jdbc.sql("delete from message").update();
        jdbc.sql("delete from digest_day").update();
        rehearsal.write(CANARY);
    }

    @AfterEach
    void leave() {
        rehearsal.write("As agreed with her.");
        staff.leave();
    }

    @Test
    void noLetterHoldsAWordOfHerRecord() {
        String caseNumber = journeys.register(admission());
        for (int week = 0; week < 16; week++) {
            rehearsal.liveUntil(
                    clock.instant().plus(Duration.ofDays(7)),
                    () -> clock.instant().isBefore(START.plus(Duration.ofDays(60)))
                            ? Map.of(caseNumber, Map.of("pregnant", "yes"))
                            : Map.of());
            desk.look();
        }

        List<Long> all = jdbc.sql("select id from message").query(Long.class).list();
        assertThat(all).isNotEmpty();
        assertThat(jdbc.sql("select distinct template from message")
                        .query(String.class)
                        .list())
                .contains("digest", "alert");
        for (long id : all) {
            OutgoingMessage message = book.find(id).orElseThrow();
            Letter letter = letters.write(message.template(), message.lines(), message.more());
            for (String part : List.of(letter.subject(), letter.text(), letter.html())) {
                assertThat(part).doesNotContainIgnoringCase(CANARY).doesNotContain(PRISON_NUMBER, "1971-02-03");
            }
            assertThat(letter.subject()).doesNotContainIgnoringCase("prison");
        }
        assertThat(jdbc.sql("select count(*) from message_line where case_number = ?")
                        .param(caseNumber)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private static Map<String, Object> admission() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("prisonNumber", PRISON_NUMBER);
        answers.put("womanName", CANARY + " Name");
        answers.put("dateOfBirth", "1971-02-03");
        answers.put("site", "north");
        answers.put("admissionDate", "2026-01-12");
        answers.put("legalStatus", "sentenced");
        answers.put("releaseDate", "2026-05-20");
        answers.put("homeDistrict", CANARY + " District");
        answers.put("language", CANARY);
        return answers;
    }
}
