package org.throughcare.nodes;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

/** The packaged jar as a process of its own, set up as {@code docker-compose.yml} does it. */
final class Node implements AutoCloseable {

    static final Who ADMINISTRATOR = new Who("chief", "a-long-quiet-morning");

    private static final Duration START_TAKES_AT_MOST = Duration.ofMinutes(6);
    private static final String KEY = Base64.getEncoder().encodeToString("32 bytes of a key for two nodes.".getBytes());

    private final HttpClient client = HttpClient.newHttpClient();
    private final String name;
    private final int port;
    private final Path log;
    private final Process process;

    /** Somebody with an account. */
    record Who(String id, String password) {

        String basic() {
            return "Basic " + Base64.getEncoder().encodeToString((id + ":" + password).getBytes());
        }
    }

    private Node(String name, int port, Path log, Process process) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    static Node start(String name, EmbeddedPostgres database) throws IOException {
        int port = freePort();
        Path log = Path.of("target", name + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Duser.timezone=UTC",
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString());
        Map<String, String> environment = builder.environment();
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SPRING_DATASOURCE_URL", database.getJdbcUrl("postgres", "postgres"));
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        environment.put("SPRING_DATASOURCE_PASSWORD", "postgres");
        environment.put("THROUGHCARE_ADMIN_USER", ADMINISTRATOR.id());
        environment.put("THROUGHCARE_ADMIN_PASSWORD", ADMINISTRATOR.password());
        environment.put("THROUGHCARE_RECORD_KEYS", "nodes:" + KEY);
        environment.put("SERVER_FORWARD_HEADERS_STRATEGY", "framework");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new Node(name, port, log, builder.start());
    }

    Node untilReady() {
        await().alias(name + " is ready; see " + log)
                .atMost(START_TAKES_AT_MOST)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .failFast(name + " has ended; see " + log, () -> !process.isAlive())
                .until(() -> get(ADMINISTRATOR, "/actuator/health/readiness").statusCode() == 200);
        return this;
    }

    HttpResponse<String> get(Who who, String path) {
        return send(to(who, path).GET());
    }

    HttpResponse<String> post(Who who, String path, String type, String content) {
        return send(to(who, path).header("Content-Type", type).POST(BodyPublishers.ofString(content)));
    }

    HttpResponse<String> put(Who who, String path) {
        return send(to(who, path).PUT(BodyPublishers.noBody()));
    }

    /** Its power is cut. */
    void fail() {
        process.destroyForcibly().onExit().join();
    }

    /** Whether it was asked to stop and did so by itself, without an error. */
    boolean stop() {
        process.destroy();
        return await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive(), stopped -> stopped);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private HttpRequest.Builder to(Who who, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", who.basic());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(name + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("throughcare-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no packaged jar in target."));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
