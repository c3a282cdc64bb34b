package org.throughcare.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The cluster is gone. What is left is a base backup from before the work and the archived log: a fresh cluster made of
 * them holds every step that was acknowledged, and goes on from there ({@code src/docs/operations/backup.md}).
 */
class RestoreOnPostgresIT {

    private static final Node.Who CUSTODY = new Node.Who("custody", "another-quiet-morning");
    private static final int BEFORE = 5;
    private static final int AFTER = 15;

    /** As the instructions say. */
    private static final Path ARCHIVE = Path.of("src/main/docker/archive.sh").toAbsolutePath();

    @TempDir
    Path folder;

    private Path archive;
    private Path backup;

    @Test
    void everyAcknowledgedStepIsThereAndNoMailGoesTwice() throws Exception {
        archive = open(folder.resolve("archive"));
        backup = folder.resolve("backup");
        GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.start();
        try {
            List<String> acknowledged;
            try (EmbeddedPostgres lost = archiving(folder.resolve("lost"))) {
                acknowledged = work(lost, mail);
            }
            FileSystemUtils.deleteRecursively(folder.resolve("lost"));
            goOn(acknowledged, mail);
        } finally {
            mail.stop();
        }
    }

    private List<String> work(EmbeddedPostgres database, GreenMail mail) throws Exception {
        JdbcClient jdbc = JdbcClient.create(database.getPostgresDatabase());
        try (Node node = node(database, mail)) {
            node.untilReady();
            makeCustodySystem(node);
            admit(node, 0, BEFORE);
            copyWhileItWorks(database, folder.resolve("lost"));
            admit(node, BEFORE, AFTER);
            letterInOutbox(jdbc);
            await().atMost(Duration.ofMinutes(2)).until(() -> mail.getReceivedMessages().length == 1);
            await().atMost(Duration.ofMinutes(1)).until(() -> count(jdbc, "message where state = 'sent'") == 1);
            everyCaseHasItsTask(jdbc);
            node.fail();
            List<String> acknowledged = state(jdbc);
            archiveToTheEnd(jdbc);
            return acknowledged;
        }
    }

    /** An archive that is fed by archive_timeout or pg_receivewal has it by itself. */
    private static void archiveToTheEnd(JdbcClient jdbc) {
        String last = jdbc.sql("select pg_walfile_name(pg_switch_wal())")
                .query(String.class)
                .single();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.sql("select coalesce(last_archived_wal >= ?, false) from pg_stat_archiver")
                        .param(last)
                        .query(Boolean.class)
                        .single());
    }

    private void goOn(List<String> acknowledged, GreenMail mail) throws Exception {
        Files.createFile(backup.resolve("recovery.signal"));
        try (EmbeddedPostgres fresh = EmbeddedPostgres.builder()
                        .setDataDirectory(backup)
                        .setCleanDataDirectory(false)
                        .setDataDirectoryCustomizer(settings ->
                                set(settings.toPath(), "restore_command = 'cp \"" + archive + "/%f\" \"%p\"'\n"))
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .start();
                Node node = node(fresh, mail)) {
            JdbcClient jdbc = JdbcClient.create(fresh.getPostgresDatabase());
            await().atMost(Duration.ofMinutes(1)).until(() -> !jdbc.sql("select pg_is_in_recovery()")
                    .query(Boolean.class)
                    .single());
            assertThat(state(jdbc)).isEqualTo(acknowledged);
            node.untilReady();

            admit(node, AFTER, AFTER + 1);

            assertThat(count(jdbc, "case_file")).isEqualTo(AFTER + 1);
            everyCaseHasItsTask(jdbc);
            assertThat(mail.getReceivedMessages()).hasSize(1);
            assertThat(count(jdbc, "message where state <> 'sent'")).isZero();
        }
    }

    private Node node(EmbeddedPostgres database, GreenMail mail) {
        return Node.start(
                folder,
                database,
                Map.of(
                        "SPRING_MAIL_HOST",
                        "localhost",
                        "SPRING_MAIL_PORT",
                        String.valueOf(mail.getSmtp().getPort())));
    }

    private EmbeddedPostgres archiving(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setDataDirectoryCustomizer(settings -> set(
                        settings.toPath(),
                        "archive_mode = on\narchive_command = 'sh \"" + ARCHIVE + "\" \"%p\" \"" + archive
                                + "/%f\"'\n"))
                .start();
    }

    private static void set(Path data, String lines) {
        try {
            Files.writeString(
                    data.resolve("postgresql.auto.conf"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code pg_basebackup} does; the test's PostgreSQL comes without it. */
    private void copyWhileItWorks(EmbeddedPostgres database, Path data) throws SQLException, IOException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('before the work', true)");
            copyWhatStays(data, backup);
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                label.next();
                Files.writeString(backup.resolve("backup_label"), label.getString(1));
            }
        }
        Files.deleteIfExists(backup.resolve("postmaster.pid"));
        FileSystemUtils.deleteRecursively(backup.resolve("pg_wal"));
        Files.createDirectories(backup.resolve("pg_wal"));
        owners(data, backup);
    }

    /** A server at work also deletes files while they are copied; its log makes up for them. */
    private static void copyWhatStays(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)));
                    return FileVisitResult.CONTINUE;
                } catch (IOException failure) {
                    return visitFileFailed(file, failure);
                }
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** The server runs as the owner of its files and accepts nobody else's. */
    private static void owners(Path from, Path to) throws IOException {
        try (var files = Files.walk(to)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setOwner(file, Files.getOwner(from));
            }
        }
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }

    private static Path open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        return folder;
    }

    private static void makeCustodySystem(Node node) {
        String made =
                """
                {"profile": {"id": "%s", "firstName": "Custody", "lastName": "System", "email": "desk@example.org"},
                 "credentials": {"password": "%s"}}"""
                        .formatted(CUSTODY.id(), CUSTODY.password());
        node.post(Node.ADMINISTRATOR, "/engine-rest/user/create", "application/json", made);
        for (String group : List.of("custodySystem", "receptionOfficer.north")) {
            node.put(Node.ADMINISTRATOR, "/engine-rest/group/" + group + "/members/" + CUSTODY.id());
        }
    }

    private static void admit(Node node, int from, int to) {
        for (int number = from; number < to; number++) {
            String event =
                    """
                    {"eventId": "restore-%1$d", "type": "admitted", "prisonNumber": "R%1$04dES",
                     "occurredAt": "2026-11-20T09:00:00Z", "womanName": "Canary %1$d", "dateOfBirth": "1990-01-01",
                     "site": "north", "admissionDate": "2026-11-20", "legalStatus": "remand"}"""
                            .formatted(number);
            assertThat(node.post(CUSTODY, "/api/custody-events", "application/json", event)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    private static void letterInOutbox(JdbcClient jdbc) {
        long message = jdbc.sql(
                        """
                        insert into message (message_id, template, user_id, more, state, written_at, trying_since,
                          next_try_at, tries)
                        values ('<once@throughcare.example>', 'notice', 'custody', 0, 'waiting', now(), now(), now(), 0)
                        returning id""")
                .query(Long.class)
                .single();
        jdbc.sql(
                        """
                        insert into message_line (message, position, news, case_number, reference, path)
                        select ?, 0, 'releaseDateMoved', case_number, case_number, '/cases/' || case_number
                        from case_file order by case_number limit 1""")
                .param(message)
                .update();
    }

    private static void everyCaseHasItsTask(JdbcClient jdbc) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(count(jdbc, "(" + TASKS + ") of_cases"))
                .isEqualTo(count(jdbc, "case_file")));
    }

    private static final String TASKS =
            """
            select distinct root.business_key_ from act_ru_task task
            join act_ru_execution process on process.id_ = task.proc_inst_id_
            join act_ru_execution root on root.id_ = process.root_proc_inst_id_
            join case_file on case_file.case_number = root.business_key_""";

    /** The cases, their journal, their tasks and the messages, as far as a reader could tell a difference. */
    private static List<String> state(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select 'case ' || case_number || ' ' || phase || ' ' || status line from case_file
                        union all select 'entry ' || case_number || ' ' || kind || ' ' || written_at from journal_entry
                        union all select 'task ' || id_ || ' ' || task_def_key_ from act_ru_task
                        union all select 'timer ' || id_ || ' ' || duedate_ from act_ru_job where type_ = 'timer'
                        union all select 'message ' || message_id || ' ' || state from message
                        order by line""")
                .query(String.class)
                .list();
    }

    private static int count(JdbcClient jdbc, String of) {
        return jdbc.sql("select count(*) from " + of).query(Integer.class).single();
    }
}
