package org.throughcare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test over HTTP, as browsers and other systems come in. Passwords of its people are their names. */
public abstract class WebTest extends ProcessTest {

    @LocalServerPort
    protected int port;

    protected final ObjectMapper mapper = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    /** What came back. */
    public record Answer(int status, String text, java.net.http.HttpHeaders headers, ObjectMapper mapper) {

        /** The content as JSON. */
        public JsonNode json() {
            try {
                return mapper.readTree(text);
            } catch (IOException e) {
                throw new AssertionError("No JSON: " + text, e);
            }
        }
    }

    /** A user who belongs to these groups and to no other. */
    protected String person(String userId, String... groups) {
        if (identityService.createUserQuery().userId(userId).count() == 0) {
            User made = identityService.newUser(userId);
            made.setFirstName(userId);
            made.setLastName("Test");
            made.setPassword(userId);
            ((IdentityServiceImpl) identityService).saveUser(made, true);
            List.of(groups).forEach(group -> identityService.createMembership(userId, group));
        }
        return userId;
    }

    protected Answer get(String user, String path) {
        return send(request(user, path).GET());
    }

    protected Answer post(String user, String path, Object content) {
        return send(
                request(user, path).header("Content-Type", "application/json").POST(json(content)));
    }

    protected Answer put(String user, String path, Object content) {
        return send(
                request(user, path).header("Content-Type", "application/json").PUT(json(content)));
    }

    protected Answer delete(String user, String path) {
        return send(request(user, path).DELETE());
    }

    /** A request of that user by HTTP Basic; of nobody when the user is null. */
    protected HttpRequest.Builder request(String user, String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return user == null ? builder : builder.header("Authorization", basic(user, user));
    }

    protected static String basic(String user, String password) {
        String both = user + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    protected HttpRequest.BodyPublisher json(Object content) {
        try {
            return BodyPublishers.ofString(content instanceof String text ? text : mapper.writeValueAsString(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    protected Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers(), mapper);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The session cookie and the token of somebody who signed in to the Tasklist. */
    protected Session signIn(String user, String application) {
        Answer first =
                send(request(null, "/camunda/app/" + application + "/default/").GET());
        Session anonymous = new Session(cookie(first, "JSESSIONID"), cookie(first, "XSRF-TOKEN"));
        Answer signedIn = send(request(null, "/camunda/api/admin/auth/user/default/login/" + application)
                .header("Cookie", anonymous.cookies())
                .header("X-XSRF-TOKEN", anonymous.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=" + user)));
        if (signedIn.status() != 200) {
            throw new AssertionError("Signing in " + user + ": " + signedIn.status() + " " + signedIn.text());
        }
        String session = cookie(signedIn, "JSESSIONID");
        Answer page = send(request(null, "/camunda/app/" + application + "/default/")
                .header("Cookie", "JSESSIONID=" + session)
                .GET());
        return new Session(session, cookie(page, "XSRF-TOKEN"));
    }

    /** A session of the web applications. */
    protected record Session(String id, String token) {

        public String cookies() {
            return "JSESSIONID=" + id + "; XSRF-TOKEN=" + token;
        }
    }

    protected static String cookie(Answer answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith(name + "="))
                .map(header -> header.substring(name.length() + 1).split(";")[0])
                .reduce((first, last) -> last)
                .orElse("");
    }

    /** Variables as the engine's REST interface takes them. */
    protected static Map<String, Object> variables(Map<String, Object> values) {
        Map<String, Object> variables = new java.util.LinkedHashMap<>();
        values.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return Map.of("variables", variables);
    }
}
