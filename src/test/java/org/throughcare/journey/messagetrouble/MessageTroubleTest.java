package org.throughcare.journey.messagetrouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.WebTest;
import org.throughcare.messages.MessageTroubles;
import org.throughcare.messages.Recipient;

/** Messages that do not arrive are somebody's task, once, and go again when she says so. */
class MessageTroubleTest extends WebTest {

    private static final String READER = "trouble.reader";

    @Autowired
    private MessageTroubles troubles;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void people() {
        person(READER, "caseManager.north");
        person("trouble.supervisor", "supervisor.north");
        person("trouble.manager", "manager");
        jdbc.sql("delete from message").update();
    }

    @Test
    void aRefusedAddressIsOneTaskForTheSupervisorAndWhatWasRefusedGoesAgain() {
        message("refused");
        message("givenUp");

        troubles.addressRefused(Optional.of("north"), Recipient.user(READER));
        troubles.addressRefused(Optional.of("north"), Recipient.user(READER));

        Task task = onlyTask("UserTask_CheckAddress");
        assertThat(groupsOf(task)).containsExactly("supervisor.north");
        assertThat(get("trouble.supervisor", "/engine-rest/task/" + task.getId() + "/form-variables")
                        .text())
                .contains("trouble.reader Test (trouble.reader)");
        assertThat(runtimeService.createIncidentQuery().count()).isZero();
        Answer submitted = submit("trouble.supervisor", task, "yes");
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(204);
        assertThat(states()).containsExactly("waiting", "givenUp");
    }

    @Test
    void whatIsOutOfDateStaysWhereItIs() {
        message("refused");
        troubles.addressRefused(Optional.empty(), Recipient.provider("harbourHouse", "office@harbour.example"));

        submit("trouble.supervisor", onlyTask("UserTask_CheckAddress"), "no");

        assertThat(states()).containsExactly("refused");
        assertThat(taskService
                        .createTaskQuery()
                        .processDefinitionKey("messageTrouble")
                        .count())
                .isZero();
    }

    @Test
    void messagesThatWereGivenUpAreOneIncidentAndOneTaskForManagers() {
        message("refused");
        message("givenUp");

        troubles.givenUp(Optional.of("north"));
        troubles.givenUp(Optional.of("south"));

        Task task = onlyTask("UserTask_FindOutWhyMessagesStay");
        assertThat(groupsOf(task)).containsExactly("manager");
        assertThat(runtimeService
                        .createIncidentQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentType()).isEqualTo("messagesGivenUp"));
        Answer submitted = submit("trouble.manager", task, "yes");
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(204);
        assertThat(states()).containsExactly("refused", "waiting");
        assertThat(runtimeService
                        .createIncidentQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .count())
                .isZero();
    }

    private Answer submit(String user, Task task, String again) {
        return post(
                user,
                "/engine-rest/task/" + task.getId() + "/submit-form",
                variables(Map.of("messagesTriedAgain", again)));
    }

    private Task onlyTask(String id) {
        List<Task> open = taskService
                .createTaskQuery()
                .processDefinitionKey("messageTrouble")
                .list();
        assertThat(open).extracting(Task::getTaskDefinitionKey).containsExactly(id);
        return open.get(0);
    }

    private void message(String state) {
        jdbc.sql(
                        """
                insert into message (message_id, template, user_id, more, state, written_at, trying_since, tries)
                values (?, 'notice', ?, 0, ?, current_timestamp, current_timestamp, 1)""")
                .params("<" + java.util.UUID.randomUUID() + "@test>", READER, state)
                .update();
    }

    private List<String> states() {
        return jdbc.sql("select state from message order by id")
                .query(String.class)
                .list();
    }
}
