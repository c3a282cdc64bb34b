package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

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
