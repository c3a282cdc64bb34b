package org.throughcare.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.throughcare.nodes.Node;

/** Asks whichever node is there, and takes no answer for what it is: nothing that could be written down. */
final class Caller {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Supplier<Optional<URI>> addresses;

    Caller(Supplier<Optional<URI>> addresses) {
        this.addresses = addresses;
    }

    /** Always the same node. */
    static Caller of(Node node) {
        return new Caller(() -> Optional.of(node.address()));
    }

    /** @param body a missing node when it is not JSON */
    record Answer(int status, String content) {

        boolean isYes() {
            return status >= 200 && status < 300;
        }

        /** Refused in words: nothing was done, and the asker knows why. */
        boolean isNo() {
            return status >= 400 && status < 500 && status != 408;
        }

        JsonNode json() {
            try {
                return JSON.readTree(content);
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + content, e);
            }
        }
    }

    Answer get(Node.Who who, String path) throws IOException {
        return send(to(who, path).GET());
    }

    Answer post(Node.Who who, String path, Object content) throws IOException {
        return send(to(who, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(content))));
    }

    Answer put(Node.Who who, String path, Object content) throws IOException {
        return send(to(who, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(content))));
    }

    private HttpRequest.Builder to(Node.Who who, String path) throws IOException {
        URI address = addresses.get().orElseThrow(() -> new IOException("No node is there."));
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).header("Authorization", who.basic());
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** An admission or another event, as the prison's own system tells it. */
    static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> both = new java.util.LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }
}
