package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughcare.WebTest;

class SignInTest extends WebTest {

    @BeforeEach
    void people() {
        person("healthcare.north", "healthcare.north");
        person("manager", "manager");
        person("admin", "camunda-admin");
    }

    @Test
    void nobodyComesInWithoutSigningIn() {
        for (String path :
                new String[] {"/engine-rest/task", "/api/cases", "/api/no/such/thing", "/actuator/prometheus"}) {
            Answer refused = get(null, path);
            assertThat(refused.status()).as(path).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic");
            assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(refused.json().path("detail").asText()).isNotBlank();
        }
    }

    @Test
    void aBrowserIsShownTheSignInPage() {
        Answer page = send(request(null, "/cases").header("Accept", "text/html").GET());

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse("")).contains("/camunda/app/tasklist/");
    }

    @Test
    void wrongPasswordsDoNotLockOutTheRightOne() {
        for (int tries = 0; tries < 15; tries++) {
            Answer refused = send(request(null, "/api/session")
                    .header("Authorization", basic("healthcare.north", "wrong"))
                    .GET());
            assertThat(refused.status()).isEqualTo(401);
        }

        assertThat(get("healthcare.north", "/api/session").status()).isEqualTo(200);
    }

    @Test
    void endlessGuessingIsSlowedDownForTheGuesser() {
        person("guessed", "healthcare.north");
        int status = 0;
        for (int tries = 0; tries < 110; tries++) {
            status = send(request(null, "/api/session")
                            .header("Authorization", basic("guessed", "wrong" + tries))
                            .GET())
                    .status();
        }

        assertThat(status).isEqualTo(429);
        assertThat(get("healthcare.north", "/api/session").status()).isEqualTo(200);
    }

    @Test
    void oneIsToldWhoSheIs() {
        Answer session = get("healthcare.north", "/api/session");

        assertThat(session.json().path("userId").asText()).isEqualTo("healthcare.north");
        assertThat(session.json().path("sites").path(0).asText()).isEqualTo("north");
    }

    @Test
    void theSessionOfTheTasklistOpensTheRestAndItsChangesNeedTheToken() {
        Session session = signIn("healthcare.north", "tasklist");

        Answer read = send(request(null, "/engine-rest/task")
                .header("Cookie", session.cookies())
                .GET());
        Answer withoutToken = send(request(null, "/engine-rest/task/count")
                .header("Cookie", session.cookies())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        Answer withToken = send(request(null, "/engine-rest/task/count")
                .header("Cookie", session.cookies())
                .header("X-XSRF-TOKEN", session.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(withoutToken.status()).isEqualTo(403);
        assertThat(withToken.status()).as(withToken.text()).isEqualTo(200);
    }

    @Test
    void cookiesStayWithTheSite() {
        Answer page = send(request(null, "/camunda/app/tasklist/default/").GET());

        assertThat(page.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("SameSite=Strict") && !cookie.contains("SameSite=Lax"))
                .allMatch(cookie -> cookie.contains("Secure"));
        assertThat(page.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .allMatch(cookie -> cookie.contains("HttpOnly"));
    }

    @Test
    void theSessionOfADeletedUserIsOverAtOnce() {
        person("leaver", "healthcare.north");
        Session session = signIn("leaver", "tasklist");
        identityService.deleteUser("leaver");

        assertThat(send(request(null, "/engine-rest/task")
                                .header("Cookie", session.cookies())
                                .GET())
                        .status())
                .isEqualTo(401);
        assertThat(send(request(null, "/camunda/api/engine/engine/default/task")
                                .header("Cookie", session.cookies())
                                .GET())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoLosesARoleLosesItsRightsAtOnceAlsoInAnOpenSession() {
        person("mover", "supervisor.north");
        Session session = signIn("mover", "tasklist");
        assertThat(inSession(session, "/camunda/api/engine/engine/default/user/count")
                        .status())
                .isEqualTo(200);

        identityService.deleteMembership("mover", "supervisor.north");

        assertThat(inSession(session, "/camunda/api/engine/engine/default/user/count")
                        .status())
                .isEqualTo(403);
        assertThat(inSession(session, "/engine-rest/user/count").status()).isEqualTo(403);
        assertThat(get("mover", "/engine-rest/task").status()).isEqualTo(403);
    }

    @Test
    void noPageIsKeptToldElsewhereOrMadeOfForeignParts() {
        Session session = signIn("healthcare.north", "tasklist");
        for (String path : List.of(
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/filter",
                "/api/session",
                "/engine-rest/task",
                "/api/no/such/thing",
                "/camunda/api/nothing")) {
            var headers = inSession(session, path).headers();
            assertThat(headers.firstValue("Cache-Control").orElse("")).as(path).contains("no-store");
            assertThat(headers.firstValue("Referrer-Policy").orElse(""))
                    .as(path)
                    .isEqualTo("no-referrer");
            assertThat(headers.firstValue("X-Content-Type-Options").orElse(""))
                    .as(path)
                    .isEqualTo("nosniff");
            assertThat(headers.firstValue("Strict-Transport-Security").orElse(""))
                    .as(path)
                    .startsWith("max-age=31536000");
            assertThat(headers.allValues("Content-Security-Policy"))
                    .as(path)
                    .hasSize(1)
                    .allMatch(policy -> policy.contains("default-src 'self'")
                            && policy.contains("frame-ancestors 'none'")
                            && !policy.contains("http"));
        }
    }

    private Answer inSession(Session session, String path) {
        return send(request(null, path).header("Cookie", session.cookies()).GET());
    }

    @Test
    void theSetupPageIsClosed() {
        assertThat(send(request(null, "/camunda/app/admin/default/setup/").GET())
                        .status())
                .isEqualTo(403);
        assertThat(send(request(null, "/camunda/api/admin/setup/default/user/create")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void addressesWithTwoReadingsAreRefused() {
        for (String path : new String[] {
            "/engine-rest/task;x=1",
            "/engine-rest//task",
            "/engine-rest/task/..%2fdeployment",
            "/engine-rest/%2e%2e/api"
        }) {
            assertThat(get("admin", path).status()).as(path).isEqualTo(400);
        }
    }

    @Test
    void healthIsOpenAndMeasuresAreForManagersAndAdministrators() {
        assertThat(get(null, "/actuator/health").status()).isEqualTo(200);
        assertThat(get(null, "/actuator/health").text()).doesNotContain("components");
        assertThat(get("healthcare.north", "/actuator/prometheus").status()).isEqualTo(403);
        assertThat(get("manager", "/actuator/prometheus").status()).isNotIn(401, 403);
        assertThat(get("manager", "/actuator/env").status()).isEqualTo(403);
    }

    @Test
    void unknownAddressesAnswerAsProblems() {
        Answer missing = get("healthcare.north", "/api/no/such/thing");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }
}
