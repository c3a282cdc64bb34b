package org.throughcare.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.ChildApplication;
import org.throughcare.PostgresDatabase;

/** The key of a record on PostgreSQL is changed as operations change it, with the application itself at work. */
class KeyChangeOnPostgresIT {

    private static final String OLD = key("old");
    private static final String NEW = key("new");
    private static final String PASSWORD = "copper lantern seven";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void theNewKeySealsEverythingAndThenTheOldOneMayGo() throws IOException, InterruptedException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            JdbcClient jdbc = JdbcClient.create(postgres.getPostgresDatabase());
            try (ChildApplication application = start(postgres, OLD)) {
                application.waitFor("Started Throughcare");
                admitAWoman(application);
                assertThat(found(application)).contains("Mere Tautahi");
            }
            assertThat(sealedWith(jdbc, "old")).isNotEmpty();

            try (ChildApplication application = start(postgres, NEW + "," + OLD)) {
                application.waitFor("Started Throughcare");
                assertThat(found(application)).contains("Mere Tautahi");
                application.waitFor("may be removed at the next start");
                assertThat(found(application)).contains("Mere Tautahi");
            }
            assertThat(sealedWith(jdbc, "old"))
                    .as("rows on which nodes wait for each other, of every key that they know")
                    .isSubsetOf("custody_turn.prison_number_hash");
            assertThat(sealedWith(jdbc, "new")).contains("case_file.woman_name", "journal_entry.details");

            try (ChildApplication application = start(postgres, NEW)) {
                application.waitFor("Started Throughcare");
                assertThat(found(application)).contains("Mere Tautahi");
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(sealedWith(jdbc, "old")).isEmpty());
            }
            try (ChildApplication application = start(postgres, OLD)) {
                assertThat(application.waitForEnd()).isEqualTo(1);
                assertThat(application.output())
                        .contains("sealed with the key new", "Action:")
                        .doesNotContain("\tat ");
            }
        }
    }

    private ChildApplication start(EmbeddedPostgres postgres, String keys) {
        Map<String, String> environment = new HashMap<>(PostgresDatabase.environment(postgres));
        environment.put("THROUGHCARE_RECORD_KEYS", keys);
        environment.put("THROUGHCARE_ADMIN_USER", "first.admin");
        environment.put("THROUGHCARE_ADMIN_PASSWORD", PASSWORD);
        return ChildApplication.start(
                folder,
                environment,
                "--throughcare.record.key-change.first=PT5S",
                "--throughcare.record.key-change.then=PT2S");
    }

    private void admitAWoman(ChildApplication application) throws IOException, InterruptedException {
        Map<String, Object> officer = Map.of(
                "profile", Map.of("id", "officer", "firstName", "Reception", "lastName", "North", "email", ""),
                "credentials", Map.of("password", PASSWORD));
        assertThat(send(application, "first.admin", "POST", "/engine-rest/user/create", officer)
                        .statusCode())
                .isEqualTo(204);
        assertThat(send(
                                application,
                                "first.admin",
                                "PUT",
                                "/engine-rest/group/receptionOfficer.north/members/officer",
                                Map.of())
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> admitted = send(
                application,
                "officer",
                "POST",
                "/api/custody-events",
                Map.of(
                        "eventId", "one",
                        "type", "admitted",
                        "prisonNumber", "A1234BC",
                        "occurredAt", "2026-01-12T09:00:00Z",
                        "womanName", "Mere Tautahi",
                        "dateOfBirth", "1988-08-08",
                        "site", "north",
                        "legalStatus", "sentenced",
                        "releaseDate", "2040-02-20"));
        assertThat(admitted.statusCode()).as(admitted.body()).isEqualTo(201);
    }

    /** What a search by a misspelt name answers. */
    private String found(ChildApplication application) throws IOException, InterruptedException {
        return send(application, "officer", "GET", "/api/cases?query=Tautahy", null)
                .body();
    }

    private HttpResponse<String> send(
            ChildApplication application, String user, String method, String path, Object content)
            throws IOException, InterruptedException {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + application.port() + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        content == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(mapper.writeValueAsString(content)));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The columns in which some value is sealed with that key. */
    private static List<String> sealedWith(JdbcClient jdbc, String key) {
        List<String> sealed = new ArrayList<>();
        jdbc.sql(
                        """
                select table_name, column_name from information_schema.columns
                where table_schema = current_schema and table_name not like 'act!_%' escape '!'
                  and table_name <> 'record_key' and data_type in ('text', 'character varying')""")
                .query((row, number) -> new String[] {row.getString(1), row.getString(2)})
                .list()
                .forEach(column -> {
                    long rows = jdbc.sql("select count(*) from " + column[0] + " where " + column[1] + " like ?")
                            .param(key + ":%")
                            .query(Long.class)
                            .single();
                    if (rows > 0) {
                        sealed.add(column[0] + "." + column[1]);
                    }
                });
        return sealed;
    }

    private static String key(String id) {
        String text = ("key " + id + " of the test, 32 bytes long and more").substring(0, 32);
        return id + ":" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
