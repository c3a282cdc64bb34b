package org.throughcare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.Contact;
import org.throughcare.casefile.Contacts;

/** An ordinary journey: nothing but forms and the clock, from her admission to a year after her release. */
class WholeJourneyTest extends WomansStoryTest {

    @Autowired
    private Contacts contacts;

    @Test
    void fromAdmissionToAYearAfterRelease() {
        LocalDate release = today().plusMonths(5);
        known("firstTimeInPrison", "yes");
        isAdmitted("Hana", release);

        livesOnUntil(release.plusDays(1));
        assertThat(cases.get(her).phase()).isIn("releaseDay", "followUp");
        livesOnUntil(release.plusYears(1).plusWeeks(4));

        CaseFile file = cases.get(her);
        assertThat(file.isOpen()).isFalse();
        assertThat(file.closingReason()).isEqualTo("yearCompleted");
        assertThat(calendar.dateAt("north", file.releasedAt())).isEqualTo(release);
        assertThat(journalOf(her, "phaseEntered"))
                .extracting(entry -> entry.details().get("phase"))
                .containsSubsequence("admission", "intakePanel", "assessment", "programmeSequencing", "followUp")
                .contains("caseManagement", "handover", "releaseDay");
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(her)
                        .count())
                .isZero();
        assertThat(keptAfter(file, 0, 28)).isBetween(8L, 10L);
        assertThat(keptAfter(file, 60, 200)).isBetween(9L, 11L);
    }

    private long keptAfter(CaseFile file, int fromDay, int toDay) {
        List<Contact> followUp = contacts.of(her).stream()
                .filter(contact -> "followUp".equals(contact.kind()) && "kept".equals(contact.outcome()))
                .toList();
        return followUp.stream()
                .map(contact -> ChronoUnit.DAYS.between(file.releasedAt(), contact.madeAt()))
                .filter(day -> day >= fromDay && day <= toDay)
                .count();
    }
}
