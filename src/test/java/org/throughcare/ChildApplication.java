package org.throughcare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The application in a process of its own, started as operations start it: by its environment. */
public final class ChildApplication implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path output;
    private final int port;

    private ChildApplication(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts it with these variables and none of the tests' own settings. */
    public static ChildApplication start(Path folder, Map<String, String> environment, String... arguments) {
        return launch(
                folder, environment, List.of("-cp", classesWithoutTests(), "org.throughcare.Throughcare"), arguments);
    }

    /** The same as another release: what that folder holds comes before what this release brings. */
    public static ChildApplication startAs(
            Path release, Path folder, Map<String, String> environment, String... arguments) {
        String classes = release.toAbsolutePath() + java.io.File.pathSeparator + classesWithoutTests();
        return launch(folder, environment, List.of("-cp", classes, "org.throughcare.Throughcare"), arguments);
    }

    /** The same with the packaged jar, which the build makes before the integration tests. */
    public static ChildApplication startPackaged(Path folder, Map<String, String> environment, String... arguments) {
        return startPackaged(jar(), folder, environment, arguments);
    }

    /** The same with another jar, such as that of another release. */
    public static ChildApplication startPackaged(
            Path jar, Path folder, Map<String, String> environment, String... arguments) {
        return launch(folder, environment, List.of("-jar", jar.toString()), arguments);
    }

    private static ChildApplication launch(
            Path folder, Map<String, String> environment, List<String> program, String... arguments) {
        try {
            int port = freePort();
            Path output = Files.createTempFile(folder, "application", ".txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx768m",
                    "-XX:TieredStopAtLevel=1"));
            command.addAll(program);
            command.add("--server.port=" + port);
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("THROUGHCARE_") || name.startsWith("SPRING_"));
            builder.environment().putAll(environment);
            return new ChildApplication(builder.start(), output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the build has packaged. */
    public static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("throughcare-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no packaged jar in target."))
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classesWithoutTests() {
        return withoutTests(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    }

    private static String withoutTests(String classPath) {
        return List.of(classPath.split(java.io.File.pathSeparator)).stream()
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Everything that it said so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that; fails when it ends before. */
    public void waitFor(String words) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!output().contains(words)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("It did not say \"" + words + "\":\n" + output());
            }
            pause();
        }
    }

    /** Waits until it ends by itself and answers its exit status. */
    public int waitForEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("It did not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its power is cut. */
    public void fail() {
        process.destroyForcibly().onExit().join();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Stops it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
