package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.throughcare.WebTest;

/** With a provider configured, staff sign in there and have here the rights of the groups that they have there. */
class OpenIdSignInIT extends WebTest {

    private static final OpenIdProvider PROVIDER = new OpenIdProvider();
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> "jdbc:h2:mem:openid;DB_CLOSE_DELAY=-1");
        String registration = "spring.security.oauth2.client.registration.estate.";
        settings.add(registration + "client-id", () -> OpenIdProvider.CLIENT);
        settings.add(registration + "client-secret", () -> OpenIdProvider.SECRET);
        settings.add(registration + "scope", () -> "openid,profile");
        settings.add(registration + "redirect-uri", () -> "{baseUrl}/login/oauth2/code/{registrationId}");
        settings.add(registration + "authorization-grant-type", () -> "authorization_code");
        settings.add("spring.security.oauth2.client.provider.estate.issuer-uri", PROVIDER::issuer);
        settings.add("throughcare.open-id.groups-claim", () -> "realm_access.roles");
        settings.add("throughcare.open-id.groups.[Nurses of North]", () -> "healthcare.north");
        settings.add("throughcare.open-id.local-users", () -> "first.admin,custody.system,local.supervisor");
        settings.add("throughcare.open-id.ask-every", () -> "PT0S");
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @BeforeEach
    void people() {
        PROVIDER.signedFor = OpenIdProvider.CLIENT;
        PROVIDER.ill = false;
        PROVIDER.knows("amina", "Nurses of North", "somethingElse");
        PROVIDER.knows("director", "manager");
        PROVIDER.knows("visitor");
    }

    @Test
    void sheSignsInAndHasTheRightsOfHerGroups() {
        String caseNumber = aWoman().admitted();

        String session = signInAs("amina");

        Answer who = inSession(session, "/api/session");
        assertThat(who.status()).as(who.text()).isEqualTo(200);
        assertThat(who.json().path("userId").asText()).isEqualTo("amina");
        assertThat(inSession(session, "/api/notifications")
                        .json()
                        .path("address")
                        .asText())
                .isEqualTo("amina@estate.example");
        assertThat(who.json().path("groups").toString()).isEqualTo("[\"healthcare.north\"]");
        assertThat(inSession(session, "/api/cases?query=" + caseNumber).text()).contains(caseNumber);
        assertThat(inSession(session, "/engine-rest/task").status()).isEqualTo(200);
        assertThat(inSession(session, "/camunda/api/engine/engine/default/task").status())
                .isEqualTo(200);
        assertThat(inSession(session, "/engine-rest/process-instance").status()).isEqualTo(403);
        assertThat(inSession(session, TASKLIST).status()).isEqualTo(200);
        assertThat(inSession(signInAs("director"), "/engine-rest/process-instance")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoHasNoGroupGetsNothing() {
        Answer refused = comeBackAs("visitor");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("no role in Throughcare");
        assertThat(inSession(cookie(refused, "JSESSIONID"), "/api/session").status())
                .isEqualTo(401);
    }

    @Test
    void aRoleThatIsTakenAwayAtTheProviderIsGoneAndANewOneIsThere() {
        String session = signInAs("amina");
        PROVIDER.knows("amina", "supervisor.north");

        assertThat(inSession(session, "/api/session").json().path("groups").toString())
                .isEqualTo("[\"supervisor.north\"]");
        assertThat(inSession(session, "/api/restricted-cases").status()).isEqualTo(200);
        assertThat(groups("amina")).containsExactly("supervisor.north");

        PROVIDER.knows("amina");
        assertThat(inSession(session, "/engine-rest/task").status()).isEqualTo(401);
        assertThat(inSession(session, "/camunda/api/engine/engine/default/task").status())
                .isEqualTo(401);
        assertThat(groups("amina")).isEmpty();
    }

    @Test
    void whoIsRemovedAtTheProviderIsOut() {
        String session = signInAs("amina");
        assertThat(inSession(session, "/api/session").status()).isEqualTo(200);

        PROVIDER.forgets("amina");

        assertThat(inSession(session, "/api/session").status()).isEqualTo(401);
        PROVIDER.knows("amina", "Nurses of North");
        assertThat(inSession(session, "/api/session").status())
                .as("the session is over, and not only interrupted")
                .isEqualTo(401);
    }

    @Test
    void aTokenThatRanOutIsRenewedWithoutHerNoticing() {
        String session = signInAs("amina");

        PROVIDER.letTokensExpire();

        assertThat(inSession(session, "/api/session").status()).isEqualTo(200);
    }

    @Test
    void aProviderThatFailsForAMomentThrowsNobodyOut() {
        String session = signInAs("amina");

        PROVIDER.ill = true;

        assertThat(inSession(session, "/api/session").status()).isEqualTo(200);
        assertThat(groups("amina")).containsExactly("healthcare.north");
    }

    @Test
    void nothingElseIsOpenToWhoHasNotSignedIn() {
        for (String path : List.of(
                "/oauth2/token",
                "/oauth2",
                "/oauth2/authorization/another",
                "/login/oauth2/code/another",
                "/login",
                "/logout",
                "/api/session",
                "/engine-rest/task",
                "/engine-rest/engine",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/cockpit/plugin/base/default/process-instance",
                "/actuator/prometheus")) {
            assertThat(get(null, path).status()).as(path).isEqualTo(401);
        }
        assertThat(get(null, "/camunda/app/admin/default/setup/").status()).isEqualTo(403);
    }

    @Test
    void aPageTakesHerToTheProviderWithAProofThatNobodyElseCanUse() {
        for (String page : List.of(TASKLIST, "/camunda/app/cockpit/default/", "/cases")) {
            Answer sent = send(request(null, page).header("Accept", "text/html").GET());
            assertThat(sent.status()).as(page).isEqualTo(302);
            assertThat(sent.headers().firstValue("Location").orElse("")).endsWith("/oauth2/authorization/estate");
        }
        assertThat(toProvider().headers().firstValue("Location").orElse(""))
                .startsWith(PROVIDER.issuer() + "/authorize")
                .contains("state=", "nonce=", "code_challenge_method=S256", "prompt=login")
                .doesNotContain(OpenIdProvider.SECRET);
    }

    @Test
    void theProvidersAnswerComesWithoutTheSessionsCookieAndIsSentAgainFromHere() {
        PROVIDER.atTheDoor = "amina";
        Answer begun = toProvider();
        String back = send(HttpRequest.newBuilder(URI.create(location(begun))).GET())
                .headers()
                .firstValue("Location")
                .orElseThrow();

        Answer bounced = send(HttpRequest.newBuilder(URI.create(back)).GET());

        assertThat(bounced.status()).isEqualTo(200);
        assertThat(bounced.text()).contains("http-equiv=\"refresh\"", "again=1").doesNotContain("<script");
        assertThat(cookie(bounced, "JSESSIONID")).isEmpty();
        Answer arrived = send(HttpRequest.newBuilder(URI.create(back + "&again=1"))
                .header("Cookie", "JSESSIONID=" + cookie(begun, "JSESSIONID"))
                .GET());
        assertThat(arrived.status()).isEqualTo(302);
        assertThat(cookie(arrived, "JSESSIONID"))
                .as("the session gets a new id")
                .isNotEmpty()
                .isNotEqualTo(cookie(begun, "JSESSIONID"));
    }

    @Test
    void anAnswerThatIsNotTheProvidersIsRefused() {
        PROVIDER.signedFor = "another application";
        assertThat(comeBackAs("amina").status()).isEqualTo(401);
        PROVIDER.signedFor = OpenIdProvider.CLIENT;
        Answer invented = send(request(null, "/login/oauth2/code/estate?code=x&state=y&again=1")
                .header("Cookie", "JSESSIONID=" + cookie(toProvider(), "JSESSIONID"))
                .GET());
        assertThat(invented.status()).isEqualTo(401);
        assertThat(invented.text()).doesNotContain("authorization_request", "Exception");
    }

    @Test
    void nobodyBecomesALocalUserOrTheApplicationThroughTheProvider() {
        for (String name : List.of("first.admin", "throughcare", "a b", "../x")) {
            PROVIDER.knows(name, "camunda-admin");
            assertThat(comeBackAs(name).status()).as(name).isEqualTo(403);
        }
    }

    @Test
    void aPasswordOpensOnlyToTheNamedLocalUsers() {
        person("healthcare.north", "healthcare.north");
        person("custody.system", "custodySystem");
        person("local.supervisor", "supervisor.north");

        assertThat(get("healthcare.north", "/api/session").status()).isEqualTo(401);
        assertThat(passwordAtTheTasklist("healthcare.north").status()).isEqualTo(401);
        assertThat(get("custody.system", "/api/session").status()).isEqualTo(200);
        assertThat(passwordAtTheTasklist("local.supervisor").status()).isEqualTo(200);
        assertThat(send(request(null, TASKLIST + "?local")
                                .header("Accept", "text/html")
                                .GET())
                        .status())
                .isEqualTo(200);
    }

    private Answer passwordAtTheTasklist(String user) {
        Answer first = send(request(null, TASKLIST + "?local").GET());
        return send(request(null, "/camunda/api/admin/auth/user/default/login/tasklist")
                .header(
                        "Cookie",
                        "JSESSIONID=" + cookie(first, "JSESSIONID") + "; XSRF-TOKEN=" + cookie(first, "XSRF-TOKEN"))
                .header("X-XSRF-TOKEN", cookie(first, "XSRF-TOKEN"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password=" + user)));
    }

    private String signInAs(String person) {
        Answer back = comeBackAs(person);
        assertThat(back.status()).as(back.text()).isEqualTo(302);
        assertThat(location(back)).endsWith(TASKLIST);
        return cookie(back, "JSESSIONID");
    }

    /** From this application to the provider, where she signs in, and back. */
    private Answer comeBackAs(String person) {
        PROVIDER.atTheDoor = person;
        Answer begun = toProvider();
        Answer there = send(HttpRequest.newBuilder(URI.create(location(begun))).GET());
        return send(HttpRequest.newBuilder(URI.create(location(there)))
                .header("Cookie", "JSESSIONID=" + cookie(begun, "JSESSIONID"))
                .GET());
    }

    private Answer toProvider() {
        return send(request(null, "/oauth2/authorization/estate").GET());
    }

    private static String location(Answer answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private Answer inSession(String session, String path) {
        return send(
                request(null, path).header("Cookie", "JSESSIONID=" + session).GET());
    }

    private List<String> groups(String user) {
        return identityService.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** The claims as a provider may write them. */
    @Test
    void groupsAreReadFromTheClaimThatIsNamed() {
        OpenIdSettings flat = settings("groups");
        assertThat(OpenIdPerson.of(Map.of("preferred_username", "x", "groups", "manager analyst"), flat)
                        .orElseThrow()
                        .groups())
                .containsExactly("manager", "analyst");
        assertThat(OpenIdPerson.of(Map.of("preferred_username", "x"), flat)
                        .orElseThrow()
                        .groups())
                .isEmpty();
        assertThat(OpenIdPerson.of(
                                Map.of("preferred_username", "x", "a", Map.of("b", List.of("manager"))),
                                settings("a.b"))
                        .orElseThrow()
                        .groups())
                .containsExactly("manager");
        assertThat(OpenIdPerson.of(Map.of("groups", List.of("manager")), flat)).isEmpty();
    }

    private static OpenIdSettings settings(String groupsClaim) {
        return new OpenIdSettings(
                "preferred_username",
                groupsClaim,
                Map.of(),
                List.of(),
                java.time.Duration.ZERO,
                java.time.Duration.ZERO,
                "login");
    }
}
