package org.throughcare.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughcare.WebTest;
import org.throughcare.access.AccessAlarms;
import org.throughcare.casefile.CaseFile;
import org.throughcare.journey.urgent.UrgentConcerns;

/** What happens in a case becomes news for who owns it and for supervisors, in the transaction in which it happens. */
class NewsTest extends WebTest {

    private static final String OWNER = "news.owner";
    private static final String SUPERVISOR = "news.supervisor";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Outbox outbox;

    @Autowired
    private NoticeDesk desk;

    @Autowired
    private OpenWork work;

    @Autowired
    private UrgentConcerns concerns;

    @Autowired
    private AccessAlarms alarms;

    @Autowired
    private MessagesErased erased;

    private CaseFile woman;

    @BeforeEach
    void aWomanWithACaseManager() {
        reachable(person(OWNER, "caseManager.north"));
        reachable(person(SUPERVISOR, "supervisor.north"));
        jdbc.sql("delete from message").update();
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from digest_day").update();
        woman = cases.get(aWoman().ownedBy(OWNER).admitted());
    }

    @Test
    void aMessageNeedsTheTransactionOfItsStep() {
        assertThatThrownBy(() -> outbox.put(new NewMessage(
                        Template.alert,
                        Recipient.user(OWNER),
                        Line.aboutTask(News.supervisorNeeded, Optional.empty(), "1"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anUrgentFlagAndAMovedReleaseDateAreNewsForTheOwnerOnce() {
        concerns.raise(woman.caseNumber(), "familyConcern", "urgent", null, null, "Her son is ill.");
        cases.changeReleaseDate(woman.caseNumber(), Optional.of(LocalDate.of(2027, 1, 1)), "Told by the court.");

        assertThat(noticesOf(OWNER)).contains("urgentFlagRaised", "releaseDateMoved");
        clock.freezeAt(START.plusSeconds(3600));
        desk.look();
        desk.look();

        assertThat(messagesTo(OWNER)).containsExactly("digest");
        assertThat(linesTo(OWNER))
                .contains("urgentFlagRaised " + woman.caseNumber(), "releaseDateMoved " + woman.caseNumber());
    }

    @Test
    void nothingIsLeftOfAStepThatIsRolledBack() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(step -> {
                    concerns.raise(woman.caseNumber(), "familyConcern", "urgent", null, null, "Her son is ill.");
                    alarms.readUnusuallyMany("north", "somebody", 50);
                    assertThat(noticesOf(OWNER)).isNotEmpty();
                    assertThat(messagesTo(SUPERVISOR)).isNotEmpty();
                    throw new IllegalStateException("The step failed.");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(noticesOf(OWNER)).isEmpty();
        assertThat(messagesTo(SUPERVISOR)).isEmpty();
    }

    @Test
    void aTaskThatIsAssignedToHerIsNewsWhoeverAssignsIt() {
        start("admission", woman.caseNumber());
        runJobs();
        Task task = task(woman.caseNumber(), "UserTask_MeetOnArrival");

        taskService.setAssignee(task.getId(), OWNER);

        assertThat(noticesOf(OWNER)).containsExactly("taskAssigned");
        assertThat(work.assignedTo(OWNER)).singleElement().satisfies(item -> {
            assertThat(item.taskId()).isEqualTo(task.getId());
            assertThat(item.caseNumber()).contains(woman.caseNumber());
            assertThat(item.dueAt()).contains(task.getDueDate().toInstant());
        });
        actAs(SUPERVISOR, "supervisor.north");
        taskService.setAssignee(task.getId(), SUPERVISOR);
        assertThat(noticesOf(SUPERVISOR)).as("she took it herself").isEmpty();
    }

    @Test
    void aPassedDeadlineTellsTheSupervisorAtOnce() {
        concerns.raise(woman.caseNumber(), "familyConcern", "urgent", null, "PT1H", "Her son is ill.");
        assertThat(messagesTo(SUPERVISOR)).isEmpty();

        advance(java.time.Duration.ofHours(2));

        assertThat(openTasks(woman.caseNumber())).contains("UserTask_StepInOnConcern");
        assertThat(messagesTo(SUPERVISOR)).containsExactly("alert");
        assertThat(linesTo(SUPERVISOR)).containsExactly("supervisorNeeded " + woman.caseNumber());
    }

    @Test
    void unusualReadingTellsTheSupervisorWithoutAnyCaseNumber() {
        alarms.openedInEmergency("north", "somebody", 1);

        assertThat(messagesTo(SUPERVISOR)).containsExactly("alert");
        assertThat(linesTo(SUPERVISOR)).singleElement().asString().startsWith("supervisorNeeded task ");
    }

    @Test
    void aRestrictedCaseIsNewsOnlyForThoseOnItsList() {
        reachable(person("news.supervisor2", "supervisor.north"));
        Answer restricted = put(
                SUPERVISOR,
                "/api/cases/" + woman.caseNumber() + "/restriction",
                Map.of("readers", Set.of(SUPERVISOR, "caseOfficer.north.news")));
        assertThat(restricted.status()).as(restricted.text()).isEqualTo(400);
        person("news.officer", "caseOfficer.north");
        restricted = put(
                SUPERVISOR,
                "/api/cases/" + woman.caseNumber() + "/restriction",
                Map.of("readers", Set.of(SUPERVISOR, "news.officer")));
        assertThat(restricted.status()).as(restricted.text()).isEqualTo(200);

        concerns.raise(woman.caseNumber(), "familyConcern", "urgent", null, "PT1H", "Her son is ill.");
        advance(java.time.Duration.ofHours(2));
        desk.look();

        assertThat(linesTo(SUPERVISOR)).contains("supervisorNeeded " + woman.caseNumber());
        assertThat(messagesTo("news.supervisor2")).isEmpty();
        person("admin", "camunda-admin");
        assertThat(get("admin", "/api/messages").text()).doesNotContain(woman.caseNumber());
        assertThat(get("admin", "/api/messages/" + latest() + "/letter").status())
                .isEqualTo(404);
        assertThat(messagesTo(OWNER)).as("she owns it and is not on the list").isEmpty();
    }

    @Test
    void anErasedCaseTakesItsMessagesAlong() {
        CaseFile other = cases.get(aWoman().ownedBy(OWNER).admitted());
        long alone = put(new NewMessage(
                Template.alert, Recipient.user(SUPERVISOR), Line.aboutCase(News.supervisorNeeded, woman.caseNumber())));
        long together = put(new NewMessage(
                Template.digest,
                Recipient.user(OWNER),
                List.of(
                        Line.aboutCase(News.taskOverdue, woman.caseNumber()),
                        Line.aboutCase(News.taskOverdue, other.caseNumber())),
                0));

        assertThat(transactions.<Integer>execute(step -> erased.erase(woman))).isEqualTo(1);

        assertThat(jdbc.sql("select id from message where id in (?, ?)")
                        .params(alone, together)
                        .query(Long.class)
                        .list())
                .containsExactly(together);
    }

    @Test
    void whatBecameOfOldMessagesIsForgotten() {
        long message = put(new NewMessage(
                Template.alert,
                Recipient.user(SUPERVISOR),
                Line.aboutTask(News.supervisorNeeded, Optional.empty(), "1")));
        jdbc.sql("update message set state = 'sent', next_try_at = null, finished_at = :at where id = :id")
                .param("at", java.sql.Timestamp.from(START.minusSeconds(91 * 24 * 3600L)))
                .param("id", message)
                .update();

        erased.forgetOldMessages();

        assertThat(messagesTo(SUPERVISOR)).isEmpty();
    }

    private long latest() {
        return jdbc.sql("select max(id) from message").query(Long.class).single();
    }

    private long put(NewMessage message) {
        return transactions.execute(step -> outbox.put(message));
    }

    private void reachable(String userId) {
        var user = identityService.createUserQuery().userId(userId).singleResult();
        user.setEmail(userId + "@throughcare.example");
        identityService.saveUser(user);
    }

    private List<String> noticesOf(String userId) {
        return jdbc.sql("select news from notice where user_id = ? order by id")
                .param(userId)
                .query(String.class)
                .list();
    }

    private List<String> messagesTo(String userId) {
        return jdbc.sql("select template from message where user_id = ? order by id")
                .param(userId)
                .query(String.class)
                .list();
    }

    private List<String> linesTo(String userId) {
        return jdbc.sql(
                        """
                select news, reference from message_line join message on message.id = message_line.message
                where user_id = ? order by message, position""")
                .param(userId)
                .query((row, number) -> row.getString(1) + " " + row.getString(2))
                .list();
    }
}
