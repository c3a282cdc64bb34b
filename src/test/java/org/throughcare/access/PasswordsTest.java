package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughcare.WebTest;

/** A password is long, without its owner's name and none that everybody tries, wherever it is set. */
class PasswordsTest extends WebTest {

    private static final String GOOD = "copper lantern seven";

    @BeforeEach
    void people() {
        person("admin", "camunda-admin");
        person("amina.osmonova", "healthcare.north");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd2026!",
                "Welcome12345",
                "welcomewelcome",
                "Summer2026!!!",
                "qwertyuiop12",
                "1qaz2wsx3edc",
                "123456789012",
                "abcdefghijkl",
                "987654321000",
                "aaaaaaaaaaaab",
                "Throughcare1",
                "letmeinletmein",
                "AdminAdmin123",
                "iloveyou2026"
            })
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertThat(Passwords.isLong(password)).isTrue();
        assertThat(Passwords.isUncommon(password)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven-quiet-owls",
                GOOD,
                "tulip orbit cement",
                "жакшы күн болсун",
                "brisk password meadow",
                "xK3mfW9qLpZt"
            })
    void whatIsHardToGuessIsTakenWhateverItsCharacters(String password) {
        assertThat(Passwords.isGood(password, List.of("amina.osmonova"))).isTrue();
    }

    @Test
    void herOwnNameIsNoPasswordAndAShortNameIsNoObstacle() {
        assertThat(Passwords.isGood("amina.osmonova-77", List.of("amina.osmonova")))
                .isFalse();
        assertThat(Passwords.isGood("bright Osmonova lamp", List.of("amina", "Osmonova")))
                .isFalse();
        assertThat(Passwords.isGood(GOOD, List.of("al", "co"))).isTrue();
        assertThat(Passwords.isLong("eleven char")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "welcome12345", "qwertyuiop123"})
    void noDoorTakesABadOne(String bad) {
        Session admin = signIn("admin", "admin");
        for (String base : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            Answer created = byAdministrator(admin, "POST", base + "/user/create", newUser(bad));
            assertThat(created.status()).as(base).isEqualTo(400);
            assertThat(created.json().path("message").asText()).isEqualTo(Passwords.RULE);
            Answer changed =
                    byAdministrator(admin, "PUT", base + "/user/amina.osmonova/credentials", Map.of("password", bad));
            assertThat(changed.status()).as(base).isEqualTo(400);
        }
        Answer byHerself = put(
                "amina.osmonova",
                "/engine-rest/user/amina.osmonova/credentials",
                Map.of("password", bad, "authenticatedUserPassword", "amina.osmonova"));
        assertThat(byHerself.status()).isEqualTo(400);
        assertThat(byHerself.text()).contains("at least 12 characters");

        assertThat(identityService.createUserQuery().userId("new.nurse").count())
                .isZero();
        assertThat(get("amina.osmonova", "/api/session").status()).isEqualTo(200);
    }

    @Test
    void herOwnNameIsRefusedAtTheDoorToo() {
        Answer refused = put(
                "amina.osmonova",
                "/engine-rest/user/amina.osmonova/credentials",
                Map.of("password", "amina.osmonova!", "authenticatedUserPassword", "amina.osmonova"));
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void aGoodOneIsTakenAndTheDoorSaysBeforehandWhatIsWrong() {
        Session admin = signIn("admin", "admin");
        Answer created = byAdministrator(admin, "POST", "/engine-rest/user/create", newUser(GOOD));
        assertThat(created.status()).as(created.text()).isEqualTo(204);
        try {
            assertThat(send(request(null, "/api/session")
                                    .header("Authorization", basic("new.nurse", GOOD))
                                    .GET())
                            .status())
                    .isEqualTo(200);
        } finally {
            identityService.deleteUser("new.nurse");
        }
        Answer checked = post("admin", "/engine-rest/identity/password-policy", Map.of("password", "welcome12345"));
        assertThat(checked.json().path("valid").asBoolean()).isFalse();
        assertThat(checked.text()).contains("everybody tries first").doesNotContain("Exception");
    }

    private static Map<String, Object> newUser(String password) {
        return Map.of(
                "profile", Map.of("id", "new.nurse", "firstName", "New", "lastName", "Nurse", "email", ""),
                "credentials", Map.of("password", password));
    }

    private Answer byAdministrator(Session session, String method, String path, Object content) {
        return send(request(null, path)
                .header("Cookie", session.cookies())
                .header("X-XSRF-TOKEN", session.token())
                .header("Content-Type", "application/json")
                .method(method, json(content)));
    }
}
