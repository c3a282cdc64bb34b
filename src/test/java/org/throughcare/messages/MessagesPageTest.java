package org.throughcare.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughcare.WebTest;

/** Administrators see what became of messages; everybody chooses her own notifications. */
class MessagesPageTest extends WebTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Outbox outbox;

    @Autowired
    private MessageRound round;

    private String reader;

    @BeforeEach
    void people() {
        person("admin", "camunda-admin");
        reader = person("page.reader" + System.nanoTime(), "caseManager.north");
        jdbc.sql("delete from message").update();
    }

    @Test
    void withoutAMailServerMessagesAreListedAndLieInTheFolder() {
        reachable();
        String woman = aWoman().ownedBy(reader).admitted();
        long id = tell(woman);
        round.run();

        JsonNode page = get("admin", "/api/messages").json();

        assertThat(page.path("mailServer").asBoolean()).isFalse();
        assertThat(page.path("counts").path("filed").asInt()).isEqualTo(1);
        JsonNode message = page.path("messages").get(0);
        assertThat(message.path("id").asLong()).isEqualTo(id);
        assertThat(message.path("state").asText()).isEqualTo("filed");
        assertThat(message.path("recipient").asText()).isEqualTo(reader);
        assertThat(message.path("references").get(0).asText()).isEqualTo(woman);
        assertThat(get("admin", "/api/messages/" + id + "/letter")
                        .json()
                        .path("text")
                        .asText())
                .contains(woman);
        assertThat(get("admin", "/api/messages/" + id + "/file").text()).contains("Message-ID: <");
        assertThat(get("admin", "/api/messages?state=waiting").json().path("messages"))
                .isEmpty();
    }

    @Test
    void aMessageThatFailedIsTriedAgainAndOneThatDidNotIsNot() {
        String woman = aWoman().ownedBy(reader).admitted();
        long id = tell(woman);
        round.run();
        assertThat(state(id)).isEqualTo("noAddress");
        reachable();

        assertThat(post("admin", "/api/messages/" + id + "/try-again", Map.of()).status())
                .isEqualTo(204);
        round.run();

        assertThat(state(id)).isEqualTo("filed");
        assertThat(post("admin", "/api/messages/" + id + "/try-again", Map.of()).status())
                .isEqualTo(409);
        assertThat(post("admin", "/api/messages/987654321/try-again", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void everyKindOfMessageCanBeLookedAt() {
        JsonNode previews = get("admin", "/api/messages/templates").json();

        assertThat(previews).hasSize(Template.values().length);
        previews.forEach(preview -> {
            assertThat(preview.path("letter").path("subject").asText()).startsWith("Throughcare: ");
            assertThat(preview.path("letter").path("text").asText()).contains("http://localhost");
            assertThat(preview.path("letter").path("html").asText()).contains("<html lang=\"en\">");
        });
    }

    @Test
    void nobodyElseSeesThem() {
        person("manager", "manager");
        for (String user : List.of(reader, "manager")) {
            assertThat(get(user, "/api/messages").status()).isEqualTo(403);
            assertThat(get(user, "/api/messages/templates").status()).isEqualTo(403);
            assertThat(get(user, "/api/messages/1/letter").status()).isEqualTo(403);
            assertThat(get(user, "/api/messages/1/file").status()).isEqualTo(403);
            assertThat(post(user, "/api/messages/1/try-again", Map.of()).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoChoseNothingHasADailyDigestAndCanChooseAnything() {
        reachable();
        JsonNode mine = get(reader, "/api/notifications").json();
        assertThat(mine.path("address").asText()).isEqualTo(reader + "@throughcare.example");
        assertThat(mine.path("digestAt").asText()).isEqualTo("07:00");
        assertThat(mine.path("choices"))
                .hasSize(5)
                .allSatisfy(choice -> assertThat(choice.path("how").asText()).isEqualTo("digest"));

        Answer saved = put(
                reader,
                "/api/notifications",
                Map.of("choices", Map.of("urgentFlagRaised", "atOnce", "taskAssigned", "off")));

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        Map<String, String> chosen = new HashMap<>();
        get(reader, "/api/notifications")
                .json()
                .path("choices")
                .forEach(choice -> chosen.put(
                        choice.path("news").asText(), choice.path("how").asText()));
        assertThat(chosen)
                .containsEntry("urgentFlagRaised", "atOnce")
                .containsEntry("taskAssigned", "off")
                .containsEntry("taskOverdue", "digest");
    }

    @Test
    void whatCannotBeChosenIsRefused() {
        assertThat(put(reader, "/api/notifications", Map.of("choices", Map.of("supervisorNeeded", "off")))
                        .status())
                .isEqualTo(400);
        assertThat(put(reader, "/api/notifications", Map.of("choices", Map.of("taskAssigned", "never")))
                        .status())
                .isEqualTo(400);
        assertThat(put(reader, "/api/notifications", Map.of()).status()).isEqualTo(400);
        assertThat(get(null, "/api/notifications").status()).isEqualTo(401);
    }

    private long tell(String caseNumber) {
        return transactions.execute(step -> outbox.put(new NewMessage(
                Template.notice, Recipient.user(reader), Line.aboutCase(News.releaseDateMoved, caseNumber))));
    }

    private String state(long id) {
        return jdbc.sql("select state from message where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private void reachable() {
        var user = identityService.createUserQuery().userId(reader).singleResult();
        user.setEmail(reader + "@throughcare.example");
        identityService.saveUser(user);
    }
}
