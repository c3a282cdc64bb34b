package org.throughcare.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Once a day, writes a database that lives in a file into one zip file, while people work. A file that carries its name is
 * complete. What the record says about a woman is as encrypted in it as in the database; the key is not in it.
 */
@Component
@ConditionalOnExpression("'${spring.datasource.url:}'.startsWith('jdbc:h2:file:')")
class NightlyBackup {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    private static final String NAME = "throughcare-";
    private static final String UNFINISHED = "unfinished.zip";

    private final JdbcClient jdbc;
    private final BackupSettings settings;
    private final Clock clock;

    NightlyBackup(JdbcClient jdbc, BackupSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${throughcare.backup.first:PT2M}",
            fixedDelayString = "${throughcare.backup.then:PT15M}")
    void onceADay() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        Path file = settings.folder().resolve(NAME + now.toLocalDate() + ".zip");
        if (now.toLocalTime().isBefore(settings.at()) || Files.exists(file)) {
            return;
        }
        try {
            write(file);
            removeOldest();
            LOG.info("The backup of {} is in {}.", LocalDate.from(now), file);
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "The backup could not be written to {}. Look at the disk: the next try is in 15 minutes.", file, e);
        }
    }

    private void write(Path file) throws IOException {
        Files.createDirectories(settings.folder());
        Path unfinished = settings.folder().resolve(UNFINISHED);
        Files.deleteIfExists(unfinished);
        jdbc.sql("backup to ?").param(unfinished.toAbsolutePath().toString()).update();
        if (Files.getFileStore(unfinished).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void removeOldest() throws IOException {
        try (Stream<Path> files = Files.list(settings.folder())) {
            List<Path> newestFirst = files.filter(
                            file -> file.getFileName().toString().matches(NAME + "\\d{4}-\\d\\d-\\d\\d\\.zip"))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
            for (Path old : newestFirst.stream().skip(settings.keep()).toList()) {
                Files.delete(old);
            }
        }
    }
}
