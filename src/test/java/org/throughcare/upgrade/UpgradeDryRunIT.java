package org.throughcare.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughcare.ChildApplication;

/** {@code --upgrade=check} at a small site, whose database is a file: it is read and not touched. */
class UpgradeDryRunIT {

    private static final Map<String, String> SETTINGS = Map.of(
            "SPRING_DATASOURCE_URL", "jdbc:h2:file:./data/throughcare",
            "SPRING_DATASOURCE_USERNAME", "sa",
            "THROUGHCARE_RECORD_KEYS", "one:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    @TempDir
    Path folder;

    @Test
    void whereThereIsNoDatabaseNoneIsMade() {
        ChildApplication check = check();

        assertThat(check.waitForEnd()).as(check.output()).isEqualTo(1);
        assertThat(check.output()).contains("There is no database to look at").doesNotContain("\tat ");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aDatabaseThatIsInUseIsNamedSo() throws Exception {
        try (Connection running =
                DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("data/throughcare"), "sa", "")) {
            ChildApplication check = check();

            assertThat(check.waitForEnd()).as(check.output()).isEqualTo(1);
            assertThat(check.output())
                    .contains("Another process has the database file open. Stop it first")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void theFileStaysAsItIs() throws IOException {
        Path file = folder.resolve("data/throughcare.mv.db");
        Flyway.configure()
                .dataSource("jdbc:h2:file:" + folder.resolve("data/throughcare"), "sa", "")
                .target("40")
                .outOfOrder(true)
                .load()
                .migrate();
        byte[] before = Files.readAllBytes(file);

        ChildApplication check = check();

        assertThat(check.waitForEnd()).as(check.output()).isZero();
        assertThat(check.output())
                .contains("Processes that run" + System.lineSeparator() + "  none")
                .contains("Migrations of the database, which come first")
                .contains("  55 calendar", "  90 release", "It would start.")
                .doesNotContain("  1 record");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private ChildApplication check() {
        return ChildApplication.start(folder, SETTINGS, "--upgrade=check");
    }
}
