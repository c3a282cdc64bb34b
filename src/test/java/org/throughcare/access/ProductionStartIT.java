package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughcare.ChildApplication;

/** Without the demo's profile nothing has a default: what is missing is named in plain words, and nothing is begun. */
class ProductionStartIT {

    private static final String KEY = "one:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @TempDir
    Path folder;

    @Test
    void withoutADatabaseItDoesNotStart() {
        assertThat(refusal(Map.of("THROUGHCARE_RECORD_KEYS", KEY)))
                .contains("does not know its database", "SPRING_DATASOURCE_URL");
    }

    @Test
    void anAddressOfNoDatabaseIsNoDatabase() {
        assertThat(refusal(Map.of(
                        "SPRING_DATASOURCE_URL", "postgres://localhost/throughcare", "THROUGHCARE_RECORD_KEYS", KEY)))
                .contains("begins with neither jdbc:postgresql: nor jdbc:h2:");
    }

    @Test
    void sitesThatAreNotWellNamedAreRefusedBeforeTheDatabaseIsTouched() {
        String good = "{id: north, code: NORTH, name: North, zone: Europe/London, country: GB}";
        Map<String, String> refused = Map.of(
                good.replace("London", "Londn"),
                "throughcare.sites[0].zone is \"Europe/Londn\"",
                good.replace("zone: Europe/London, ", ""),
                "throughcare.sites[0].zone",
                good.replace("NORTH", "north"),
                "throughcare.sites[0].code",
                good + "," + good.replace("NORTH", "OTHER"),
                "Two sites have the id north");
        refused.forEach((sites, words) -> {
            assertThat(refusal(Map.of(
                            "SPRING_DATASOURCE_URL",
                            "jdbc:h2:file:./data/throughcare",
                            "THROUGHCARE_RECORD_KEYS",
                            KEY,
                            "SPRING_APPLICATION_JSON",
                            json(sites))))
                    .as(sites)
                    .contains(words);
            assertThat(folder.resolve("data")).doesNotExist();
        });
    }

    @Test
    void aFileWithSettingsThatCannotBeReadIsNamedWithItsLine() throws Exception {
        Files.writeString(folder.resolve("application.yaml"), "spring.mail:\n  password: a-secret\n  - host: here\n");

        assertThat(refusal(Map.of())).contains("application.yaml", "line 3").doesNotContain("a-secret");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws Exception {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        Map<String, String> environment = Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:h2:file:./data/throughcare",
                "SPRING_DATASOURCE_USERNAME", "sa",
                "THROUGHCARE_RECORD_KEYS", KEY);

        try (ChildApplication application = ChildApplication.start(folder, environment)) {
            assertThat(application.waitForEnd()).isEqualTo(1);
            assertThat(application.output())
                    .contains("The database file cannot be written.", "whether the folder of the file belongs to");
        }
    }

    @Test
    void withoutAKeyItDoesNotStartAndDoesNotTouchTheDatabase() {
        assertThat(refusal(Map.of("SPRING_DATASOURCE_URL", "jdbc:h2:file:./data/throughcare")))
                .contains("THROUGHCARE_RECORD_KEYS", "openssl rand -base64 32");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void whatIsNoKeyIsNoKey() {
        for (String keys : new String[] {"one:c2hvcnQ=", "one", ":", "one:not base64 at all"}) {
            assertThat(refusal(Map.of("SPRING_DATASOURCE_URL", "jdbc:h2:mem:refused", "THROUGHCARE_RECORD_KEYS", keys)))
                    .as(keys)
                    .contains("THROUGHCARE_RECORD_KEYS")
                    .doesNotContain("not base64 at all", "c2hvcnQ=");
        }
    }

    @Test
    void withoutAnAdministratorOrWithAnEasyPasswordItDoesNotStart() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:h2:file:./data/throughcare",
                "SPRING_DATASOURCE_USERNAME",
                "sa",
                "THROUGHCARE_RECORD_KEYS",
                KEY));
        assertThat(refusal(environment)).contains("no administrator", "THROUGHCARE_ADMIN_USER");

        environment.put("THROUGHCARE_ADMIN_USER", "first.admin");
        environment.put("THROUGHCARE_ADMIN_PASSWORD", "Welcome2026!");
        assertThat(refusal(environment))
                .contains("THROUGHCARE_ADMIN_PASSWORD is weak")
                .doesNotContain("Welcome2026!");
    }

    @Test
    void whatIsForTheDemoOrForEverybodyIsRefused() {
        Map<String, String> safe = Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://localhost:1/throughcare",
                "SPRING_DATASOURCE_USERNAME",
                "throughcare",
                "SPRING_DATASOURCE_PASSWORD",
                "an-owl-of-its-own-42",
                "THROUGHCARE_RECORD_KEYS",
                KEY);
        assertThat(refusal(with(safe, "THROUGHCARE_RECORD_KEYS", "demo:" + KEY.substring(4))))
                .contains("the demo's key");
        assertThat(refusal(with(safe, "THROUGHCARE_MOVABLECLOCK", "true"))).contains("lets people move the time");
        assertThat(refusal(with(safe, "SPRING_DATASOURCE_PASSWORD", "throughcare")))
                .contains("password of the role throughcare", "SPRING_DATASOURCE_PASSWORD");
        assertThat(refusal(safe)).contains("The database does not answer").doesNotContain("an-owl-of-its-own-42");
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        return changed;
    }

    /** As one of the places where settings may stand. */
    private static String json(String sites) {
        return "{\"throughcare\":{\"sites\":[" + sites.replaceAll("([\\w/]+)", "\"$1\"") + "]}}";
    }

    private String refusal(Map<String, String> environment) {
        try (ChildApplication application = ChildApplication.start(folder, environment)) {
            assertThat(application.waitForEnd()).isEqualTo(1);
            assertThat(application.output())
                    .contains("APPLICATION FAILED TO START", "Action:")
                    .doesNotContain("\tat ");
            return application.output();
        }
    }
}
