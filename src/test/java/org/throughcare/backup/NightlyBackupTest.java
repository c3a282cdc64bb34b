package org.throughcare.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small site has one file for each day, from which it can begin again. */
class NightlyBackupTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    @TempDir
    Path folder;

    private JdbcConnectionPool database;
    private JdbcClient jdbc;

    @BeforeEach
    void aDatabaseInAFile() {
        database = in(folder.resolve("data"));
        jdbc = JdbcClient.create(database);
        jdbc.sql("create table kept (word varchar)").update();
    }

    @AfterEach
    void close() {
        database.dispose();
    }

    @Test
    void theFileOfTheDayHoldsWhatWasThereAndOpensAgain() throws IOException {
        jdbc.sql("insert into kept values ('before')").update();
        at("02:30").onceADay();
        jdbc.sql("insert into kept values ('after')").update();

        Path restored = unpacked(backups().get(0));

        JdbcConnectionPool again = in(restored);
        assertThat(JdbcClient.create(again)
                        .sql("select word from kept")
                        .query(String.class)
                        .list())
                .containsExactly("before");
        again.dispose();
    }

    @Test
    void beforeItsTimeNothingIsWrittenAndOnceADayIsEnough() throws IOException {
        at("02:29").onceADay();
        assertThat(backups()).isEmpty();

        at("23:00").onceADay();
        Path file = backups().get(0);
        var written = Files.getLastModifiedTime(file);
        at("23:30").onceADay();

        assertThat(file.getFileName()).hasToString("throughcare-2026-02-28.zip");
        assertThat(backups()).containsExactly(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void onlyTheNewestAreKeptAndOnlyItsOwnOwnerReadsThem() throws IOException {
        for (int day = 0; day < 5; day++) {
            backup(DAY.plusDays(day), "03:00").onceADay();
        }

        assertThat(backups())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "throughcare-2026-03-02.zip", "throughcare-2026-03-03.zip", "throughcare-2026-03-04.zip");
        assertThat(Files.getPosixFilePermissions(backups().get(0))).hasSize(2);
    }

    @Test
    void aFolderThatCannotBeWrittenDoesNotStopTheApplication() throws IOException {
        Files.writeString(folder.resolve("backups"), "a file stands where the folder should be");

        at("03:00").onceADay();

        assertThat(folder.resolve("backups")).isRegularFile();
    }

    private NightlyBackup at(String time) {
        return backup(DAY, time);
    }

    private NightlyBackup backup(LocalDate day, String time) {
        Instant now = day.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
        return new NightlyBackup(
                jdbc,
                new BackupSettings(folder.resolve("backups"), LocalTime.of(2, 30), 3),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Path> backups() throws IOException {
        if (!Files.isDirectory(folder.resolve("backups"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.sorted().toList();
        }
    }

    private Path unpacked(Path zip) throws IOException {
        Path target = Files.createDirectory(folder.resolve("restored"));
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Files.copy(entries, target.resolve(entry.getName()));
            }
        }
        return target;
    }

    private static JdbcConnectionPool in(Path folder) {
        return JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("throughcare"), "sa", "");
    }
}
