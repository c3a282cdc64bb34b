package org.throughcare.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.StaffOfTest;
import org.throughcare.WebTest;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.journey.Journeys;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;

/** What staff may do at any time of a case, through the same gate as the forms of tasks. */
class CaseActionTest extends WebTest {

    @Autowired
    private Journeys journeys;

    @Autowired
    private UrgentFlags flags;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Consents consents;

    @Autowired
    private StaffMembers staffMembers;

    private StaffOfTest staff;
    private String owner;
    private String woman;

    @BeforeEach
    void aCase() {
        staff = StaffOfTest.alone(staffMembers);
        owner = person(staff.caseManager("Owner"), "caseManager.north");
        for (String role : List.of("supervisor", "receptionOfficer", "healthcare")) {
            person(role + ".north", role + ".north");
        }
        person("caseManager.south", "caseManager.south");
        person("manager", "manager");
        woman = aWoman().ownedBy(owner).admitted();
    }

    @AfterEach
    void everybodyIsBack() {
        staff.leave();
    }

    @Test
    void eachRoleIsOfferedWhatIsHersToDo() {
        assertThat(offered(owner))
                .containsExactly("raiseConcern", "noteContact", "changeConsent", "changeReleaseDate", "reassign");
        assertThat(offered("supervisor.north"))
                .containsExactly("raiseConcern", "noteContact", "changeConsent", "changeReleaseDate", "reassign");
        assertThat(offered("receptionOfficer.north"))
                .containsExactly("raiseConcern", "noteContact", "changeReleaseDate");
        assertThat(offered("healthcare.north")).containsExactly("raiseConcern", "noteContact");
        assertThat(offered("manager")).isEmpty();
    }

    @Test
    void whatIsNotOfferedIsRefusedAndAnotherSiteFindsNoCase() {
        assertThat(take("healthcare.north", "changeReleaseDate", Map.of("releaseDateKnown", "no"))
                        .status())
                .isEqualTo(403);
        assertThat(take("manager", "raiseConcern", Map.of()).status()).isEqualTo(403);
        assertThat(take("caseManager.south", "raiseConcern", Map.of()).status()).isEqualTo(404);
        assertThat(take(owner, "openTheGate", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void aConcernIsRaisedThroughTheFormThatIsDeployed() {
        JsonNode form = get("healthcare.north", path("raiseConcern")).json();
        assertThat(form.path("title").asText()).isEqualTo("Raise an urgent concern");
        assertThat(form.path("questions").toString()).contains("What happened?").doesNotContain("\"caseNumber\"");

        Answer refused = take("healthcare.north", "raiseConcern", Map.of("flag", "selfHarm"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("severity");
        assertThat(flags.open(woman)).isEmpty();

        Answer done = take(
                "healthcare.north",
                "raiseConcern",
                Map.of("flag", "selfHarm", "severity", "immediate", "whatHappened", "She will not eat."));
        assertThat(done.status()).as(done.text()).isEqualTo(204);
        assertThat(flags.open(woman)).hasSize(1).allSatisfy(flag -> {
            assertThat(flag.flag()).isEqualTo("selfHarm");
            assertThat(flag.raisedBy()).isEqualTo("healthcare.north");
        });
        assertThat(openTasks(woman)).isNotEmpty();
    }

    @Test
    void aContactIsNoted() {
        Answer done = take(
                owner,
                "noteContact",
                Map.of("contactOn", "2026-01-12", "contactChannel", "phone", "contactOutcome", "kept"));

        assertThat(done.status()).as(done.text()).isEqualTo(204);
        assertThat(contacts.of(woman)).hasSize(1);
    }

    @Test
    void whatSheSaysAboutSharingCountsAtOnce() {
        assertThat(take(owner, "changeConsent", consent("given", "health")).status())
                .isEqualTo(204);
        assertThat(consents.inForce(woman, Consents.COMMUNITY_TEAM, ConsentKind.HEALTH, clock.instant()))
                .isTrue();

        assertThat(take(owner, "changeConsent", consent("withdrawn", null)).status())
                .isEqualTo(204);
        assertThat(consents.inForce(woman, Consents.COMMUNITY_TEAM, ConsentKind.HEALTH, clock.instant()))
                .isFalse();

        Answer unclear = take(owner, "changeConsent", consent("given", null));
        assertThat(unclear.status()).isEqualTo(400);
        assertThat(unclear.json().path("field").asText()).isEqualTo("consentKinds");
    }

    @Test
    void aRunningJourneyHearsOfAChangedConsent() {
        String registered = journeys.register(admission());
        Answer done = post(
                "supervisor.north",
                "/api/cases/" + registered + "/actions/changeConsent",
                Map.of("answers", consent("given", "releasePlan")));

        assertThat(done.status()).as(done.text()).isEqualTo(204);
        assertThat(consents.inForce(registered, Consents.COMMUNITY_TEAM, ConsentKind.RELEASE_PLAN, clock.instant()))
                .isTrue();
        assertThat(journalOf(registered, "consentGiven")).hasSize(1).allSatisfy(entry -> assertThat(entry.by())
                .isEqualTo("supervisor.north"));
        assertThat(historyService
                        .createHistoricActivityInstanceQuery()
                        .activityId("ServiceTask_ApplyConsent")
                        .list())
                .isNotEmpty();
    }

    private static Map<String, Object> consent(String answer, String kind) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("consentRecipient", Consents.COMMUNITY_TEAM);
        answers.put("consentAnswer", answer);
        answers.put("consentHow", "spoken");
        if (kind != null) {
            answers.put("consentKinds", List.of(kind));
        }
        return answers;
    }

    @Test
    void theReleaseDateMovesWithItsReasonForTheWholeJourney() {
        String registered = journeys.register(admission());

        Answer done = post(
                "receptionOfficer.north",
                "/api/cases/" + registered + "/actions/changeReleaseDate",
                Map.of("answers", newDate("2026-09-01")));

        assertThat(done.status()).as(done.text()).isEqualTo(204);
        assertThat(cases.get(registered).releaseDate()).isEqualTo(LocalDate.of(2026, 9, 1));
        JsonNode moved = get("supervisor.north", "/api/cases/" + registered)
                .json()
                .path("releaseDateChanges")
                .path(0);
        assertThat(moved.path("to").asText()).isEqualTo("2026-09-01");
        assertThat(moved.path("reason").asText()).isEqualTo("Appeal allowed");
    }

    @Test
    void aReleaseDateThatCannotBeIsRefused() {
        assertThat(take(owner, "changeReleaseDate", newDate("2026-01-11"))
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("changedReleaseDate");
        assertThat(take(
                                owner,
                                "changeReleaseDate",
                                newDate(cases.get(woman).releaseDate().toString()))
                        .status())
                .isEqualTo(400);
        assertThat(take(owner, "changeReleaseDate", Map.of("releaseDateKnown", "yes", "releaseDateReason", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(journalOf(woman, "releaseDateChanged")).isEmpty();

        assertThat(take(owner, "changeReleaseDate", Map.of("releaseDateKnown", "no", "releaseDateReason", "Appeal"))
                        .status())
                .isEqualTo(204);
        assertThat(cases.get(woman).releaseDateIfKnown()).isEmpty();
    }

    @Test
    void aCaseManagerHandsACaseToAColleagueWithRoomAndOnlyASupervisorGoesOverTheLimit() {
        String full = staff.caseManager("Full");
        for (int number = 0; number < 5; number++) {
            aWoman().ownedBy(full).admitted();
        }
        String free = staff.caseManager("Free");

        assertThat(get(owner, path("reassign")).text()).contains(full, free).doesNotContain("\"" + owner + "\"");
        Answer refused = take(owner, "reassign", to(full));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains("has no room");
        assertThat(cases.get(woman).caseManager()).isEqualTo(owner);

        assertThat(take(owner, "reassign", to(free)).status()).isEqualTo(204);
        assertThat(cases.get(woman).caseManager()).isEqualTo(free);
        assertThat(offered(owner)).doesNotContain("reassign");

        assertThat(take("supervisor.north", "reassign", to(full)).status()).isEqualTo(204);
        assertThat(cases.get(woman).caseManager()).isEqualTo(full);
        assertThat(journalOf(woman, "caseReassigned")).hasSize(2);
    }

    private static Map<String, Object> to(String caseManager) {
        return Map.of("newCaseManager", caseManager, "reassignReason", "They know each other.");
    }

    private static Map<String, Object> newDate(String day) {
        return Map.of("releaseDateKnown", "yes", "changedReleaseDate", day, "releaseDateReason", "Appeal allowed");
    }

    private static Map<String, Object> admission() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("prisonNumber", "P%04dQQ".formatted((int) (Math.random() * 10_000)));
        answers.put("womanName", "Ana Test");
        answers.put("dateOfBirth", "1990-01-01");
        answers.put("site", "north");
        answers.put("admissionDate", "2026-01-12");
        answers.put("legalStatus", "sentenced");
        answers.put("releaseDate", "2026-08-01");
        return answers;
    }

    private List<String> offered(String user) {
        JsonNode actions = get(user, "/api/cases/" + woman).json().path("actions");
        return StreamSupport.stream(actions.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private Answer take(String user, String action, Map<String, Object> answers) {
        return post(user, path(action), Map.of("answers", answers));
    }

    private String path(String action) {
        return "/api/cases/" + Optional.of(woman).get() + "/actions/" + action;
    }
}
