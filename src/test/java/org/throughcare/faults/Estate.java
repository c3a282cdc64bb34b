package org.throughcare.faults;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.ChildApplication;
import org.throughcare.PostgresDatabase;
import org.throughcare.access.StaffGroups;
import org.throughcare.nodes.Node;

/** Two packaged nodes on one PostgreSQL that keeps its promises, and the people who work there. */
final class Estate implements AutoCloseable {

    static final Node.Who CUSTODY = new Node.Who("custody", "another-quiet-morning");
    static final List<Node.Who> STAFF = List.of(
            new Node.Who("worker.one", "first-light-over-hills"),
            new Node.Who("worker.two", "second-light-over-hills"));
    static final List<String> SITES = List.of("north", "south");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final Wire wire;
    final Ledger ledger = new Ledger();

    private final Path folder;
    private final Path files;
    private final int port;
    private final Map<String, String> settings;
    private final AtomicReferenceArray<Node> nodes = new AtomicReferenceArray<>(2);
    private EmbeddedPostgres database;
    private ProcessHandle postmaster;

    private Estate(Path folder, Path disk, Map<String, String> more) {
        this.folder = folder;
        this.files = disk.resolve("postgres");
        this.database = start(0);
        this.port = database.getPort();
        this.wire = new Wire(port);
        this.settings = new HashMap<>(PostgresDatabase.environment(database));
        settings.put(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://localhost:" + wire.port() + "/postgres?ApplicationName=node");
        // few people do the work of many here
        settings.put("THROUGHCARE_ACCESS_OPENED", "1000000");
        settings.put("THROUGHCARE_ACCESS_LISTED", "1000000");
        settings.putAll(more);
    }

    static Estate open(Path folder, Map<String, String> settings) {
        return open(folder, folder, settings);
    }

    /** @param disk where the database keeps its files */
    static Estate open(Path folder, Path disk, Map<String, String> settings) {
        Estate estate = new Estate(folder, disk, settings);
        try {
            estate.begin(0);
            estate.begin(1);
            estate.untilReady(0);
            estate.untilReady(1);
            estate.hire();
            return estate;
        } catch (RuntimeException | Error e) {
            estate.end();
            throw e;
        }
    }

    private void end() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres start(int askedPort) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(files)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    // the tests' own PostgreSQL is told not to wait for the disk; this one has to keep what it said
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setPGStartupWait(PATIENCE);
            EmbeddedPostgres started = (askedPort == 0 ? builder : builder.setPort(askedPort)).start();
            postmaster = runningPostmaster();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start.", e);
        }
    }

    private void hire() {
        List<String> groups = StaffGroups.SITE_ROLES.stream()
                .flatMap(role -> SITES.stream().map(site -> StaffGroups.of(role, site)))
                .toList();
        hire(CUSTODY, List.of(StaffGroups.CUSTODY_SYSTEM));
        STAFF.forEach(worker -> hire(worker, groups));
    }

    private void hire(Node.Who who, List<String> groups) {
        String made =
                """
                {"profile": {"id": "%1$s", "firstName": "Test", "lastName": "Person", "email": "%1$s@example.org"},
                 "credentials": {"password": "%2$s"}}"""
                        .formatted(who.id(), who.password());
        node(0).post(Node.ADMINISTRATOR, "/engine-rest/user/create", "application/json", made);
        groups.forEach(
                group -> node(0).put(Node.ADMINISTRATOR, "/engine-rest/group/" + group + "/members/" + who.id()));
    }

    /** The database as its owner sees it, past the wire. */
    JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:" + port + "/postgres?user=postgres");
        return source;
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** Where the nodes that were started are reached. */
    List<URI> addresses() {
        List<URI> running = new ArrayList<>();
        for (int number = 0; number < nodes.length(); number++) {
            Optional.ofNullable(nodes.get(number)).map(Node::address).ifPresent(running::add);
        }
        return running;
    }

    /** One of them, as a proxy before the nodes would choose it; nothing while none is started. */
    Optional<URI> anyAddress() {
        List<URI> running = addresses();
        return running.isEmpty()
                ? Optional.empty()
                : Optional.of(running.get(ThreadLocalRandom.current().nextInt(running.size())));
    }

    void begin(int number) {
        begin(number, ChildApplication.jar());
    }

    /** Starts it with that release. */
    void begin(int number, Path jar) {
        nodes.set(number, Node.start(jar, folder, settings));
    }

    void untilReady(int number) {
        nodes.get(number).untilReady();
    }

    /** Its power is cut. */
    void kill(int number) {
        Node node = nodes.getAndSet(number, null);
        node.fail();
    }

    /** It is asked to stop, and does. */
    void stop(int number) {
        nodes.getAndSet(number, null).close();
    }

    /** PostgreSQL and everything that belongs to it is killed, with what it had in memory. */
    void crashDatabase() {
        List<ProcessHandle> all = new ArrayList<>();
        all.add(postmaster);
        postmaster.descendants().forEach(all::add);
        all.forEach(ProcessHandle::destroyForcibly);
        untilDatabaseIsGone(all);
    }

    /** Waits until PostgreSQL has given up by itself. */
    void untilDatabaseGaveUp() {
        untilDatabaseIsGone(List.of(postmaster));
    }

    private void untilDatabaseIsGone(List<ProcessHandle> processes) {
        await().alias("PostgreSQL is gone").atMost(PATIENCE).until(() -> processes.stream()
                .noneMatch(ProcessHandle::isAlive));
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startDatabase() {
        database = start(port);
    }

    private ProcessHandle runningPostmaster() throws IOException {
        String first = Files.readAllLines(files.resolve("postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        for (int number = 0; number < nodes.length(); number++) {
            Optional.ofNullable(nodes.getAndSet(number, null)).ifPresent(Node::fail);
        }
        wire.close();
        database.close();
    }
}
