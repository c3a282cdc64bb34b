package org.throughcare.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.throughcare.PostgresDatabase;
import org.throughcare.ProcessTest;
import org.throughcare.referrals.ConsentChanges;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;

/**
 * Five hundred women are handed over and referred within three hours, and the mail server is off in the second of them.
 * Some do not consent, some take their consent back before their messages could go, some after. {@code -Dhandovers} says
 * how many women.
 */
@ContextConfiguration(initializers = PostgresDatabase.class)
class HandoversWithoutMailServerOnPostgresIT extends ProcessTest {

    private static final int WOMEN = Integer.getInteger("handovers", 500);
    private static final int OFF_FROM = 60;
    private static final int OFF_UNTIL = 120;
    private static final int MINUTES = 180;
    private static final int PATIENCE = 12 * 60;
    private static final LocalDate SIX_WEEKS_ON = LocalDate.of(2026, 2, 23);
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: Throughcare: (.*)$");
    private static final String WAITS = " waits for your answer";
    private static final String STOP = " was taken back: please stop";

    private static FaultySmtpServer server;

    @Autowired
    private Referrals referrals;

    @Autowired
    private ConsentChanges consentChanges;

    @Autowired
    private MessageRound round;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private JdbcClient jdbc;

    private final List<Woman> women = new ArrayList<>();
    private final Map<String, Integer> expected = new HashMap<>();
    private final List<String> workers = List.of("aroha", "tui");
    private final Map<String, String> addresses = new HashMap<>();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) throws IOException {
        server = new FaultySmtpServer();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", server::port);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    /** A woman and what she says; what is hers follows from her number. */
    private record Woman(int number, int minute, String caseNumber) {

        String toTheHandover() {
            return number % 10 == 3 ? "refused" : number % 10 == 7 ? "notAsked" : "given";
        }

        boolean agreesToReferrals() {
            return number % 7 != 5;
        }

        /** While the mail server is off: before her own messages went, or long after. */
        Optional<Integer> takesItBackAt() {
            boolean off = minute >= OFF_FROM && minute < OFF_UNTIL - 5;
            return number % 4 != 0
                    ? Optional.empty()
                    : off
                            ? Optional.of(minute + 4)
                            : minute < OFF_FROM - 5 ? Optional.of(OFF_FROM + 20) : Optional.empty();
        }

        /** Whether the first message about her could go before she took her consent back. */
        boolean isToldOf() {
            return takesItBackAt().isEmpty() || minute < OFF_FROM;
        }
    }

    @BeforeEach
    void team() {
        workers.forEach(worker -> user(worker, "communityWorker.north"));
    }

    @Test
    void everybodyIsToldOnceOfWhatSheMayKnowAndEachReferralIsSomebodys() throws IOException {
        int nowhere = closedPort();
        for (int minute = 0; minute < MINUTES || someWait() && minute < PATIENCE; minute++) {
            sender.setPort(minute >= OFF_FROM && minute < OFF_UNTIL ? nowhere : server.port());
            for (int number = women.size(); number < WOMEN && number * MINUTES / WOMEN <= minute; number++) {
                Woman woman = new Woman(number, minute, handOver(number));
                women.add(woman);
                live(woman);
            }
            int now = minute;
            women.stream()
                    .filter(woman ->
                            woman.takesItBackAt().filter(at -> at == now).isPresent())
                    .forEach(this::takeBack);
            round.run();
            clock.freezeAt(clock.instant().plus(Duration.ofMinutes(1)));
        }

        assertThat(women).hasSize(WOMEN);
        assertThat(someWait()).isFalse();
        assertThat(server.messageIds()).doesNotHaveDuplicates();
        assertThat(delivered()).containsExactlyInAnyOrderEntriesOf(expected);
        answer();
        assertThat(ownerless()).isEmpty();
        System.out.printf(
                "%d women, %d referrals, %d messages delivered, states %s%n",
                WOMEN, count("referral"), server.taken.size(), states());
    }

    /** The handover until she is asked who may know what. */
    private String handOver(int number) {
        String caseNumber = aWoman().releasedOn(SIX_WEEKS_ON)
                .knownTo(number % 2 == 0 ? "needAccommodation" : "needDrugsAlcohol", "high")
                .admitted();
        start("handover", caseNumber);
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
        return caseNumber;
    }

    private void live(Woman woman) {
        Map<String, Object> said = new HashMap<>(Map.of("handoverConsent", woman.toTheHandover()));
        if ("given".equals(woman.toTheHandover())) {
            said.putAll(Map.of("handoverConsentUntil", "2027-02-28", "handoverConsentHow", "inWriting"));
            workers.forEach(worker -> expect(woman, worker + "@community.example", woman.caseNumber()));
        }
        submit(woman.caseNumber(), "UserTask_AskHandoverConsent", said);
        for (Referral referral : referrals.open(woman.caseNumber())) {
            refer(woman, referral);
        }
    }

    private void refer(Woman woman, Referral referral) {
        String provider = (String) runtimeService.getVariable(referral.processInstance(), "proposedProviderId");
        user("at" + provider, "provider." + provider);
        submit(referral, "UserTask_ConfirmProvider", Map.of("providerDecision", "send", "providerId", provider));
        submit(
                referral,
                "UserTask_AskReferralConsent",
                woman.agreesToReferrals()
                        ? Map.of(
                                "referralConsent",
                                "given",
                                "referralConsentUntil",
                                "2027-01-31",
                                "referralConsentHow",
                                "inWriting")
                        : Map.of("referralConsent", "refused", "referralConsentHow", "spoken"));
        if (woman.agreesToReferrals()) {
            expect(woman, addressOf(provider), "referral " + referral.id());
        }
    }

    private void expect(Woman woman, String address, String reference) {
        if (woman.isToldOf()) {
            expected.merge(address + ": " + reference + WAITS, 1, Integer::sum);
        }
        if (woman.takesItBackAt().isPresent()) {
            expected.merge(address + ": " + reference + STOP, 1, Integer::sum);
        }
    }

    private void takeBack(Woman woman) {
        List<String> recipients = new ArrayList<>(List.of(Consents.COMMUNITY_TEAM));
        referrals.open(woman.caseNumber()).forEach(referral -> recipients.add(referral.providerId()));
        recipients.stream()
                .distinct()
                .forEach(recipient -> consentChanges.apply(
                        woman.caseNumber(), recipient, List.of(), "withdrawn", Optional.empty(), "spoken"));
    }

    /** Of the providers a third accepts, a third declines and a third is silent; so does the community team. */
    private void answer() {
        for (Task task : taskService
                .createTaskQuery()
                .taskDefinitionKeyIn("UserTask_AnswerReferral", "UserTask_AcceptHandover")
                .list()) {
            boolean handover = task.getTaskDefinitionKey().contains("Handover");
            String answer = handover ? "handoverAnswer" : "answer";
            Map<String, Object> said =
                    switch (Math.floorMod(task.getId().hashCode(), 3)) {
                        case 0 -> Map.of(answer, "accepted", handover ? "handoverAcceptedBy" : "acceptedBy", "Bo");
                        case 1 ->
                            Map.of(answer, "declined", handover ? "handoverDeclineReason" : "declineReason", "Full.");
                        default -> Map.of();
                    };
            if (!said.isEmpty()) {
                formService.submitTaskForm(task.getId(), new HashMap<>(said));
            }
        }
    }

    /** What runs for a woman without a task that a group or a person has; and referrals that are open without running. */
    private List<String> ownerless() {
        List<String> found = new ArrayList<>();
        for (Woman woman : women) {
            for (Referral referral : referrals.open(woman.caseNumber())) {
                if (runtimeService
                                .createProcessInstanceQuery()
                                .processInstanceId(referral.processInstance())
                                .count()
                        == 0) {
                    found.add("referral " + referral.id() + " " + referral.status());
                }
            }
            runtimeService
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(woman.caseNumber())
                    .list()
                    .forEach(instance -> {
                        List<Task> open = taskService
                                .createTaskQuery()
                                .processInstanceId(instance.getId())
                                .list();
                        if (open.isEmpty()
                                || open.stream().anyMatch(task -> groupsOf(task).isEmpty())) {
                            found.add(woman.caseNumber() + " " + instance.getProcessDefinitionId());
                        }
                    });
        }
        return found;
    }

    private Map<String, Integer> delivered() {
        Map<String, Integer> delivered = new HashMap<>();
        server.taken.forEach(taken -> {
            Matcher subject = SUBJECT.matcher(taken.content());
            assertThat(subject.find()).as(taken.content()).isTrue();
            delivered.merge(taken.recipient() + ": " + subject.group(1).strip(), 1, Integer::sum);
        });
        return delivered;
    }

    /** She is asked once about each provider, whatever the services are for which it is asked. */
    private void submit(Referral referral, String taskId, Map<String, Object> answers) {
        taskService
                .createTaskQuery()
                .processInstanceId(referral.processInstance())
                .taskDefinitionKey(taskId)
                .list()
                .forEach(task -> formService.submitTaskForm(task.getId(), new HashMap<>(answers)));
    }

    private void user(String id, String group) {
        if (identityService.createUserQuery().userId(id).count() == 0) {
            User made = identityService.newUser(id);
            made.setEmail(id + "@community.example");
            identityService.saveUser(made);
            identityService.createMembership(id, group);
        }
    }

    /** As the table has it, told by the first message to that provider. */
    private String addressOf(String provider) {
        return addresses.computeIfAbsent(
                provider, id -> jdbc.sql("select distinct address from message where provider_id = ?")
                        .param(id)
                        .query(String.class)
                        .single());
    }

    private boolean someWait() {
        return states().containsKey("waiting");
    }

    private Map<String, Long> states() {
        Map<String, Long> states = new HashMap<>();
        jdbc.sql("select state, count(*) from message group by state").query(row -> {
            states.put(row.getString(1), row.getLong(2));
        });
        return states;
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
