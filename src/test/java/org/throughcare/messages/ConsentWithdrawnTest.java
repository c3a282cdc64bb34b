package org.throughcare.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.WebTest;
import org.throughcare.referrals.ConsentChanges;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.NewReferral;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;

/**
 * She takes her consent back, in whatever state a referral or a handover is: what is under way stops, nothing about her is
 * told any more, who has had something is asked to stop, once, and somebody sees to it (domain rule 9). The mail server is
 * off until she has said so.
 */
class ConsentWithdrawnTest extends WebTest {

    private static final String PROVIDER = "northtownHousing";
    private static final String ADDRESS = "referrals@northtown-housing.example";
    private static final String NAME = "Canary Whetu";
    private static final LocalDate SIX_WEEKS_ON = LocalDate.of(2026, 2, 23);
    private static final String TO_STOP = "UserTask_AskProviderToStop";

    @Autowired
    private Referrals referrals;

    @Autowired
    private Consents consents;

    @Autowired
    private ConsentChanges consentChanges;

    @Autowired
    private MessageRound round;

    @Autowired
    private MessageBook book;

    @Autowired
    private LetterWriter letters;

    @Autowired
    private JdbcClient jdbc;

    private String caseNumber;
    private Referral referral;

    @BeforeEach
    void people() {
        jdbc.sql("delete from message").update();
        person("withdrawn.manager", "caseManager.north");
        person("withdrawn.provider", "provider." + PROVIDER);
        User worker = identityService
                .createUserQuery()
                .userId(person("withdrawn.worker", "communityWorker.north"))
                .singleResult();
        worker.setEmail("worker@throughcare.example");
        identityService.saveUser(worker);
        caseNumber = aWoman().named(NAME)
                .releasedOn(SIX_WEEKS_ON)
                .ownedBy("withdrawn.manager")
                .admitted();
    }

    @AfterEach
    void leave() {
        List.of("withdrawn.manager", "withdrawn.provider", "withdrawn.worker").forEach(identityService::deleteUser);
        jdbc.sql("delete from message").update();
    }

    /** The states of a referral, how it comes there, and where a withdrawal leaves it. */
    enum ReferralState {
        DRAFT(Referrals.CHOOSING, List.of("UserTask_ConfirmProvider")) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                test.consents.give(test.caseNumber, PROVIDER, ConsentKind.PRACTICAL, Optional.empty(), "inWriting");
            }
        },
        AWAITING_CONSENT(Referrals.WITHDRAWN, List.of()) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                DRAFT.reach(test);
                test.confirm();
            }
        },
        SENT(Referrals.REVOKED, List.of(TO_STOP)) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                AWAITING_CONSENT.reach(test);
                test.agree();
            }
        },
        RECEIVED(Referrals.REVOKED, List.of(TO_STOP)) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                SENT.reach(test);
                test.taskService.claim(
                        test.task(test.caseNumber, "UserTask_AnswerReferral").getId(), "withdrawn.provider");
            }
        },
        SILENT(Referrals.REVOKED, List.of(TO_STOP)) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                SENT.reach(test);
                test.advance(Duration.ofDays(8));
                assertThat(test.openTasks(test.caseNumber)).contains("UserTask_ChaseAnswer");
            }
        },
        DECLINED(Referrals.CHOOSING, List.of(TO_STOP, "UserTask_ConfirmProvider")) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                SENT.reach(test);
                test.answer(Map.of("answer", "declined", "declineReason", "Full."));
            }
        },
        ACCEPTED(Referrals.REVOKED, List.of(TO_STOP)) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                SENT.reach(test);
                test.answer(Map.of("answer", "accepted", "acceptedBy", "Bo"));
            }
        },
        BOOKED(Referrals.REVOKED, List.of(TO_STOP)) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                ACCEPTED.reach(test);
                test.submit(
                        test.caseNumber,
                        "UserTask_BookFirstAppointment",
                        Map.of("booking", "booked", "appointmentDate", "2026-01-20", "appointmentTime", "10:30"));
            }
        },
        MISSED(Referrals.REVOKED, List.of(TO_STOP)) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                BOOKED.reach(test);
                test.submit(test.caseNumber, "UserTask_RecordAttendance", Map.of("attendance", "missed"));
            }
        },
        KEPT(Referrals.REVOKED, List.of(TO_STOP)) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                BOOKED.reach(test);
                test.submit(test.caseNumber, "UserTask_RecordAttendance", Map.of("attendance", "kept"));
            }
        },
        IN_PROGRESS(Referrals.REVOKED, List.of(TO_STOP)) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                KEPT.reach(test);
                test.submit(test.caseNumber, "UserTask_RecordReferralOutcome", Map.of("referralOutcome", "goesOn"));
            }
        },
        DONE(Referrals.DONE, List.of(TO_STOP)) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                KEPT.reach(test);
                test.submit(test.caseNumber, "UserTask_RecordReferralOutcome", Map.of("referralOutcome", "done"));
            }
        };

        private final String afterwards;
        private final List<String> tasks;

        ReferralState(String afterwards, List<String> tasks) {
            this.afterwards = afterwards;
            this.tasks = tasks;
        }

        abstract void reach(ConsentWithdrawnTest test);

        boolean wasSent() {
            return tasks.contains(TO_STOP);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReferralStopsInEachState(ReferralState state) {
        long id = referrals
                .open(new NewReferral(
                        caseNumber, "housing", "preRelease", "now", "releaseCoordinator", "soon", "A roof for her."))
                .orElseThrow();
        referral = referrals.get(id);
        state.reach(this);

        withdraw(PROVIDER);
        withdraw(PROVIDER);

        assertThat(referrals.get(id).status()).isEqualTo(state.afterwards);
        assertThat(openTasks(caseNumber)).containsExactlyElementsOf(state.tasks);
        state.tasks.forEach(
                task -> assertThat(groupsOf(task(caseNumber, task))).containsExactly("releaseCoordinator.north"));
        assertThat(jobs()).as("timers that would remind, chase or send").isZero();
        assertThat(journalOf(caseNumber, "consentWithdrawn")).isNotEmpty();
        assertThat(journalOf(caseNumber, "providerAskedToStop")).hasSize(state.wasSent() ? 1 : 0);

        advance(Duration.ofDays(40));
        round.run();
        assertThat(told(ADDRESS)).isEqualTo(state.wasSent() ? List.of("referralTakenBack") : List.of());
        assertThat(jdbc.sql("select count(*) from message where state = 'waiting'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertNoWordAboutHer();

        JsonNode page = get("withdrawn.manager", "/api/cases/" + caseNumber).json();
        assertThat(page.path("referrals").path("items").path(0).path("status").asText())
                .isEqualTo(state.afterwards);
        assertThat(answers(page)).contains("withdrawn").doesNotContain("given");
        assertThat(get("withdrawn.manager", "/api/cases/" + caseNumber + "/timeline")
                        .text()
                        .contains("is asked to stop"))
                .isEqualTo(state.wasSent());
        assertThat(get("withdrawn.provider", "/api/cases/" + caseNumber).status())
                .as("the provider reads nothing any more")
                .isNotEqualTo(200);
    }

    @Test
    void whenSheAgreesAgainAndTakesItBackAgainTheProviderIsAskedAgain() {
        aReferralStopsInEachState(ReferralState.SENT);
        submit(caseNumber, TO_STOP, Map.of("stopTold", "The office", "stopAnswer", "willStop"));
        jdbc.sql("delete from message").update();

        referrals.open(new NewReferral(
                caseNumber, "housing", "preRelease", "now", "releaseCoordinator", "soon", "A roof for her."));
        confirm();
        agree();
        withdraw(PROVIDER);

        round.run();
        assertThat(told(ADDRESS)).containsExactly("referralTakenBack");
        assertThat(openTasks(caseNumber)).containsExactly(TO_STOP);
    }

    /** The states of a handover, and how it comes there. */
    enum HandoverState {
        BEFORE(false) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                test.consents.give(
                        test.caseNumber,
                        Consents.COMMUNITY_TEAM,
                        ConsentKind.RELEASE_PLAN,
                        Optional.empty(),
                        "inWriting");
            }
        },
        SENT(true) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                test.handOver();
            }
        },
        RECEIVED(true) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                SENT.reach(test);
                test.taskService.claim(
                        test.task(test.caseNumber, "UserTask_AcceptHandover").getId(), "withdrawn.worker");
                assertThat(test.journalOf(test.caseNumber, "handoverReceived")).hasSize(1);
            }
        },
        WITH_THE_SUPERVISOR(true) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                RECEIVED.reach(test);
                test.advance(Duration.ofDays(29));
                assertThat(test.openTasks(test.caseNumber)).contains("UserTask_ResolveUnacceptedHandover");
            }
        },
        DECLINED(true) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                SENT.reach(test);
                test.submit(
                        test.caseNumber,
                        "UserTask_AcceptHandover",
                        Map.of("handoverAnswer", "declined", "handoverDeclineReason", "Full caseload."));
                assertThat(test.journalOf(test.caseNumber, "handoverDeclined")).hasSize(1);
            }
        },
        ACCEPTED(true) {
            @Override
            void reach(ConsentWithdrawnTest test) {
                SENT.reach(test);
                test.submit(
                        test.caseNumber,
                        "UserTask_AcceptHandover",
                        Map.of("handoverAnswer", "accepted", "handoverAcceptedBy", "Tui"));
                assertThat(test.journalOf(test.caseNumber, "handoverAccepted")).hasSize(1);
            }
        };

        private final boolean sent;

        HandoverState(boolean sent) {
            this.sent = sent;
        }

        abstract void reach(ConsentWithdrawnTest test);
    }

    @ParameterizedTest
    @EnumSource
    void aHandoverStopsInEachState(HandoverState state) {
        ProcessInstance handover = start("handover", caseNumber);
        state.reach(this);

        withdraw(Consents.COMMUNITY_TEAM);
        withdraw(Consents.COMMUNITY_TEAM);

        assertThat(openTasks(caseNumber))
                .isEqualTo(state.sent ? List.of("UserTask_AskCommunityTeamToStop") : List.of());
        if (state.sent) {
            assertThat(groupsOf(task(caseNumber, "UserTask_AskCommunityTeamToStop")))
                    .containsExactly("releaseCoordinator.north");
        }
        assertThat(jobs()).isZero();
        assertThat(journalOf(caseNumber, "handoverStopped")).hasSize(1);

        advance(Duration.ofDays(40));
        round.run();
        assertThat(told("withdrawn.worker")).isEqualTo(state.sent ? List.of("handoverTakenBack") : List.of());
        assertNoWordAboutHer();
        assertThat(get("withdrawn.manager", "/api/cases/" + caseNumber + "/timeline")
                        .text())
                .contains(state.sent ? "The community team is asked to stop" : "before the handover went out");
        if (state.sent) {
            submit(
                    caseNumber,
                    "UserTask_AskCommunityTeamToStop",
                    Map.of("handoverStopTold", "Tui", "handoverStopAnswer", "willStop"));
        }
        assertThat(openTasks(caseNumber)).isEmpty();
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(handover.getId())
                        .count())
                .isZero();
    }

    @Test
    void aPartOfWhatTheTeamHasIsTakenBackAndTheHandoverGoesOn() {
        start("handover", caseNumber);
        HandoverState.SENT.reach(this);

        consentChanges.apply(
                caseNumber,
                Consents.COMMUNITY_TEAM,
                List.of(ConsentKind.HEALTH),
                "withdrawn",
                Optional.empty(),
                "spoken");

        assertThat(openTasks(caseNumber)).containsExactly("UserTask_AcceptHandover", "UserTask_AskCommunityTeamToStop");
        round.run();
        assertThat(told("withdrawn.worker")).containsExactly("handoverWaits");
    }

    private void withdraw(String recipient) {
        consentChanges.apply(caseNumber, recipient, List.of(), "withdrawn", Optional.empty(), "spoken");
    }

    private void confirm() {
        submit(caseNumber, "UserTask_ConfirmProvider", Map.of("providerDecision", "send", "providerId", PROVIDER));
    }

    private void agree() {
        submit(
                caseNumber,
                "UserTask_AskReferralConsent",
                Map.of(
                        "referralConsent",
                        "given",
                        "referralConsentUntil",
                        "2027-01-31",
                        "referralConsentHow",
                        "inWriting"));
    }

    private void answer(Map<String, Object> answers) {
        submit(caseNumber, "UserTask_AnswerReferral", answers);
    }

    private void handOver() {
        submit(caseNumber, "UserTask_AcknowledgeComingRelease", Map.of("communityContactName", "Tui"));
        submit(
                caseNumber,
                "UserTask_AnswerFourQuestions",
                Map.of(
                        "inReachNeeded", "no",
                        "gateMeetingNeeded", "no",
                        "clinicalCareNeeded", "declined",
                        "farFromHome", "no"));
        submit(caseNumber, "UserTask_CompleteReleaseChecklist", Map.of("releaseChecklist", List.of("inCarePlan")));
        submit(
                caseNumber,
                "UserTask_AskHandoverConsent",
                Map.of(
                        "handoverConsent",
                        "given",
                        "handoverConsentKinds",
                        List.of("health"),
                        "handoverConsentUntil",
                        "2027-02-28",
                        "handoverConsentHow",
                        "inWriting"));
    }

    private long jobs() {
        return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .mapToLong(instance -> managementService
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .sum();
    }

    /** What went out to that user or address. */
    private List<String> told(String recipient) {
        return jdbc.sql(
                        """
                select l.news from message m join message_line l on l.message = m.id
                where (m.user_id = :to or m.address = :to) and m.state not in ('withdrawn', 'waiting') order by m.id""")
                .param("to", recipient)
                .query(String.class)
                .list();
    }

    private void assertNoWordAboutHer() {
        jdbc.sql("select id from message").query(Long.class).list().forEach(id -> {
            OutgoingMessage message = book.find(id).orElseThrow();
            Letter letter = letters.write(message.template(), message.lines(), message.more());
            assertThat(letter.subject() + letter.text() + letter.html())
                    .doesNotContain("Canary", "Whetu", "roof", "ousing");
        });
    }

    private static List<String> answers(JsonNode page) {
        return StreamSupport.stream(page.path("consents").spliterator(), false)
                .map(consent -> consent.path("answer").asText())
                .distinct()
                .toList();
    }
}
