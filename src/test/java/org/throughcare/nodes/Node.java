package org.throughcare.nodes;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.throughcare.ChildApplication;
import org.throughcare.PostgresDatabase;

/** The packaged jar as one of several nodes, set up as {@code docker-compose.yml} does it, and the way to ask it. */
public final class Node implements AutoCloseable {

    /** The first administrator. */
    public static final Who ADMINISTRATOR = new Who("chief", "a-long-quiet-morning");

    private static final String SESSION = "JSESSIONID";
    private static final Duration START_TAKES_AT_MOST = Duration.ofMinutes(6);

    /** What seals the record. */
    public static final String RECORD_KEYS =
            "nodes:" + Base64.getEncoder().encodeToString("32 bytes of a key for two nodes.".getBytes());

    private final HttpClient client = HttpClient.newHttpClient();
    private final ChildApplication application;

    private Node(ChildApplication application) {
        this.application = application;
    }

    /** Somebody with an account. */
    public record Who(String id, String password) {

        /** What she says to sign in with each request. */
        public String basic() {
            return "Basic " + Base64.getEncoder().encodeToString((id + ":" + password).getBytes());
        }
    }

    static Node start(Path folder, EmbeddedPostgres database) {
        return start(folder, database, Map.of());
    }

    /** Starts one on that database, with more in its environment. */
    public static Node start(Path folder, EmbeddedPostgres database, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(PostgresDatabase.environment(database));
        environment.putAll(more);
        return start(folder, environment);
    }

    /** A node of another release, which brings what that folder holds and for the rest what this release brings. */
    static Node startAs(Path release, Path folder, EmbeddedPostgres database) {
        return new Node(ChildApplication.startAs(release, folder, complete(PostgresDatabase.environment(database))));
    }

    /** What {@code --upgrade=check} of that release says, when it has ended. */
    static ChildApplication check(Path release, Path folder, EmbeddedPostgres database) {
        return ChildApplication.startAs(
                release, folder, complete(PostgresDatabase.environment(database)), "--upgrade=check");
    }

    /** One small site: a database in a file beside the jar. */
    static Node startAlone(Path folder, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SPRING_DATASOURCE_URL", "jdbc:h2:file:./data/throughcare");
        environment.put("SPRING_DATASOURCE_USERNAME", "sa");
        return start(folder, environment);
    }

    /** Starts one with that in its environment. */
    public static Node start(Path folder, Map<String, String> settings) {
        return start(ChildApplication.jar(), folder, settings);
    }

    /** Starts one of that release. */
    public static Node start(Path jar, Path folder, Map<String, String> settings) {
        return new Node(ChildApplication.startPackaged(jar, folder, complete(settings)));
    }

    private static Map<String, String> complete(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("THROUGHCARE_ADMIN_USER", ADMINISTRATOR.id());
        environment.put("THROUGHCARE_ADMIN_PASSWORD", ADMINISTRATOR.password());
        environment.put("THROUGHCARE_RECORD_KEYS", RECORD_KEYS);
        environment.put("SERVER_FORWARD_HEADERS_STRATEGY", "framework");
        return environment;
    }

    /** Waits until it takes requests; fails when it ends before. */
    public void untilReady() {
        await().alias("ready")
                .atMost(START_TAKES_AT_MOST)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .failFast(() -> {
                    if (!application.isAlive()) {
                        throw new IllegalStateException("It ended:\n" + log());
                    }
                })
                .until(this::isReady);
    }

    /** Waits until it ends by itself and answers its exit status. */
    int untilItEnds() {
        return application.waitForEnd();
    }

    /** Whether a proxy sends people to it. */
    boolean isReady() {
        return get(ADMINISTRATOR, "/actuator/health/readiness").statusCode() == 200;
    }

    /** Asks it as that person. */
    public HttpResponse<String> get(Who who, String path) {
        return send(to(who, path).GET());
    }

    /** Asks it as a browser that opens a page. */
    public HttpResponse<String> getPage(String path) {
        return send(to(path).header("Accept", "text/html").GET());
    }

    /** Sends it content as that person. */
    public HttpResponse<String> post(Who who, String path, String type, String content) {
        return send(to(who, path).header("Content-Type", type).POST(BodyPublishers.ofString(content)));
    }

    HttpResponse<String> put(Who who, String path, String type, String content) {
        return send(to(who, path).header("Content-Type", type).PUT(BodyPublishers.ofString(content)));
    }

    /** Puts something there as that person. */
    public HttpResponse<String> put(Who who, String path) {
        return send(to(who, path).PUT(BodyPublishers.noBody()));
    }

    /** The cookie of somebody who signs in to Tasklist, as the browser keeps it. */
    String signIn(Who who) {
        String page = "/camunda/app/tasklist/default/";
        HttpResponse<String> first = getInSession("", page);
        String token = cookie(first, "XSRF-TOKEN");
        HttpResponse<String> signedIn = send(to("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("Cookie", cookie(first, SESSION) + "; " + token)
                .header("X-XSRF-TOKEN", token.substring(token.indexOf('=') + 1))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + who.id() + "&password=" + who.password())));
        return cookie(signedIn, SESSION);
    }

    HttpResponse<String> getInSession(String cookie, String path) {
        return send(to(path).header("Cookie", cookie).GET());
    }

    /** Sends JSON as a page does that was opened before. */
    HttpResponse<String> postInSession(String cookie, String token, String path, String content) {
        return send(to(path).header("Cookie", cookie)
                .header("X-XSRF-TOKEN", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(content)));
    }

    private static String cookie(HttpResponse<String> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(name + "="))
                .map(set -> set.substring(0, set.indexOf(';')))
                .reduce((before, last) -> last)
                .orElseThrow(() -> new AssertionError(
                        "No cookie " + name + " in the answer " + response.statusCode() + ": " + response.body()));
    }

    /** Its power is cut. */
    public void fail() {
        application.fail();
    }

    /** It is asked to stop, and does. */
    @Override
    public void close() {
        application.close();
    }

    /** Everything that it said so far. */
    public String log() {
        return application.output();
    }

    /** Where it is reached. */
    public URI address() {
        return URI.create("http://localhost:" + application.port());
    }

    private HttpRequest.Builder to(Who who, String path) {
        return to(path).header("Authorization", who.basic());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address().resolve(path)).timeout(Duration.ofMinutes(2));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("The node did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
