package org.throughcare.journey.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughcare.forms.RefusedAnswerException;

/** Any member of staff of her site notes a contact. */
class NoteContactTest extends FollowUpProcessTest {

    private static final String OFFICER = "noteContactOfficer";

    @BeforeEach
    void anOfficerOfTheNorthSite() {
        identityService.saveUser(identityService.newUser(OFFICER));
        if (identityService.createGroupQuery().groupId("caseOfficer.north").count() == 0) {
            identityService.saveGroup(identityService.newGroup("caseOfficer.north"));
        }
        identityService.createMembership(OFFICER, "caseOfficer.north");
    }

    @AfterEach
    void theOfficerLeaves() {
        identityService.clearAuthentication();
        identityService.deleteUser(OFFICER);
    }

    @Test
    void aContactInCustodyIsKeptInHerRecord() {
        her = aWoman().admitted();
        ProcessInstance noted = note(Map.of("contactNote", "She asked for the chaplain."));

        assertThat(noted.isEnded()).isTrue();
        assertThat(noted.getBusinessKey()).isEqualTo(her);
        assertThat(lastContactMade()).satisfies(contact -> {
            assertThat(contact.kind()).isEqualTo("noted");
            assertThat(contact.outcome()).isEqualTo("kept");
            assertThat(contact.note()).isEqualTo("She asked for the chaplain.");
            assertThat(contact.notedBy()).isEqualTo(OFFICER);
            assertThat(contact.madeAt()).isEqualTo("2026-01-12T08:30:00Z");
        });
        assertThat(journalOf(her, "contactNoted")).hasSize(1);
    }

    @Test
    void sheWasSeenSoAMissedContactNoLongerCounts() {
        released();
        firstMonthsKept(SETTLED);
        missesContact();
        assertThat(nextContactDay()).isEqualTo(today().plusDays(7));
        advance(java.time.Duration.ofHours(1));
        note(Map.of("contactOn", today().toString(), "contactAt", "10:30"));

        assertThat(contacts.missedInARow(her)).isZero();
        assertThat(nextContactDay()).isEqualTo(today().plusDays(14));
    }

    @Test
    void aVisitThatFailedByChanceIsNotAMissedContact() {
        released();
        note(Map.of("contactOutcome", "missed"));

        assertThat(contacts.missedInARow(her)).isZero();
    }

    @Test
    void aCaseOfAnotherSiteOrAnUnknownOrClosedOneIsRefused() {
        her = aWoman().at("south").admitted();
        assertRefused("caseNumber", Map.of());
        her = aWoman().admitted();
        assertRefused("caseNumber", Map.of("caseNumber", "N-2026-999999"));
        cases.close(her, "died");
        assertRefused("caseNumber", Map.of());
        assertThat(contacts.of(her)).isEmpty();
    }

    @Test
    void aContactInTheFutureOrBeforeHerAdmissionIsRefused() {
        her = aWoman().admitted();
        assertRefused("contactOn", Map.of("contactOn", "2026-01-13"));
        assertRefused("contactOn", Map.of("contactOn", "2025-01-13"));
        assertRefused("contactAt", Map.of("contactAt", "23:59"));
        assertThat(contacts.of(her)).isEmpty();
    }

    private void assertRefused(String field, Map<String, Object> answers) {
        assertThatThrownBy(() -> note(answers))
                .isInstanceOf(RefusedAnswerException.class)
                .hasMessageContaining(field);
    }

    private ProcessInstance note(Map<String, Object> more) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("caseNumber", her);
        answers.put("contactOn", "2026-01-12");
        answers.put("contactAt", "08:30");
        answers.put("contactChannel", "inPerson");
        answers.put("contactOutcome", "kept");
        answers.putAll(more);
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("noteContact")
                .latestVersion()
                .singleResult()
                .getId();
        actAs(OFFICER, "caseOfficer.north");
        try {
            return formService.submitStartForm(definition, answers);
        } finally {
            identityService.clearAuthentication();
        }
    }
}
