package org.throughcare.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One site without a database server: the packaged jar with less than a gibibyte of memory, its database in a file. The
 * machine is lost; another one begins with the nightly file ({@code src/docs/operations/backup.md}).
 */
class SmallSiteIT {

    private static final Node.Who RECEPTION = new Node.Who("ida", "another-quiet-morning");

    private static final Map<String, String> BACKUP_SOON = Map.of(
            "THROUGHCARE_BACKUP_AT", "00:00", "THROUGHCARE_BACKUP_FIRST", "PT1S", "THROUGHCARE_BACKUP_THEN", "PT3S");

    @TempDir
    Path folder;

    @Test
    void anotherMachineGoesOnWithTheNightlyFile() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        String before;
        Path backup;
        try (Node node = Node.startAlone(first, BACKUP_SOON)) {
            node.untilReady();
            makeReception(node);
            admit(node, 1);
            before = tasks(node);
            Files.deleteIfExists(await().until(() -> fileIn(first), Objects::nonNull));
            backup = await().atMost(Duration.ofMinutes(1)).until(() -> fileIn(first), Objects::nonNull);
            node.fail();
        }

        unpack(backup, Files.createDirectory(second.resolve("data")));

        Node other = Node.startAlone(second, Map.of());
        try (other) {
            other.untilReady();
            assertThat(before).contains("UserTask_");
            assertThat(tasks(other)).isEqualTo(before);
            admit(other, 2);
        }
        assertThat(other.log())
                .as("the database was there to the last")
                .contains("Graceful shutdown complete")
                .doesNotContain("destroy method failed", "Could not open JDBC Connection");
    }

    private static String tasks(Node node) {
        return node.get(RECEPTION, "/engine-rest/task?sortBy=id&sortOrder=asc").body();
    }

    private static void makeReception(Node node) {
        String made =
                """
                {"profile": {"id": "%s", "firstName": "Ida", "lastName": "Reception"},
                 "credentials": {"password": "%s"}}"""
                        .formatted(RECEPTION.id(), RECEPTION.password());
        node.post(Node.ADMINISTRATOR, "/engine-rest/user/create", "application/json", made);
        node.put(Node.ADMINISTRATOR, "/engine-rest/group/receptionOfficer.north/members/" + RECEPTION.id());
    }

    private static void admit(Node node, int number) {
        String event =
                """
                {"eventId": "small-%1$d", "type": "admitted", "prisonNumber": "S%1$04dML",
                 "occurredAt": "2026-11-20T09:00:00Z", "womanName": "Canary %1$d", "dateOfBirth": "199%1$d-0%1$d-11",
                 "site": "north", "admissionDate": "2026-11-20", "legalStatus": "remand"}"""
                        .formatted(number);
        assertThat(node.post(RECEPTION, "/api/custody-events", "application/json", event)
                        .statusCode())
                .isEqualTo(201);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(tasks(node))
                .containsPattern("(UserTask_MeetOnArrival.*){" + number + "}"));
    }

    private static Path fileIn(Path site) throws IOException {
        Path backups = site.resolve("data/backups");
        if (!Files.isDirectory(backups)) {
            return null;
        }
        try (var files = Files.list(backups)) {
            return files.filter(file -> file.getFileName().toString().matches("throughcare-[0-9-]{10}\\.zip"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static void unpack(Path zip, Path target) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Files.copy(entries, target.resolve(entry.getName()));
            }
        }
    }
}
