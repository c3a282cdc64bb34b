package org.throughcare.messages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/**
 * A mail server that misbehaves as the test says, connection by connection, and remembers what it took. Plain sockets, so
 * that it can break off anywhere.
 */
public final class FaultySmtpServer implements AutoCloseable {

    /** What goes wrong on one connection. */
    public enum Fault {
        NONE,
        NO_GREETING,
        TOO_BUSY,
        STALL_AT_RECIPIENT,
        LATER_TO_THE_ADDRESS,
        MAILBOX_FULL,
        UNKNOWN_ADDRESS,
        SENDER_REFUSED,
        LATER_AFTER_DATA,
        DROP_DURING_DATA,
        DROP_AFTER_DATA,
        STALL_AFTER_DATA,
        DROP_AFTER_THE_ANSWER,
        STALL_AT_STARTTLS
    }

    /** A message that the server took, whether or not it could say so. */
    public record Taken(String messageId, String recipient, String content, boolean acknowledged) {}

    /** What it took. */
    public final List<Taken> taken = new CopyOnWriteArrayList<>();

    final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile IntFunction<Fault> faults = connection -> Fault.NONE;
    private int number;

    /** Listens on a port of its own. */
    public FaultySmtpServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Every connection from now on. */
    public FaultySmtpServer always(Fault fault) {
        faults = connection -> fault;
        return this;
    }

    /** By the number of the connection, from 0 on. */
    FaultySmtpServer by(IntFunction<Fault> rule) {
        number = 0;
        faults = rule;
        return this;
    }

    List<String> messageIds() {
        return taken.stream().map(Taken::messageId).toList();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Fault fault = faults.apply(number++);
                threads.submit(() -> talk(connection, fault));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket connection, Fault fault) {
        try (connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(connection.getOutputStream(), true, StandardCharsets.UTF_8)) {
            converse(fault, in, out);
        } catch (IOException | InterruptedException e) {
            // the other side went away, or the test is over
        } finally {
            connections.remove(connection);
        }
    }

    private void converse(Fault fault, BufferedReader in, PrintWriter out) throws IOException, InterruptedException {
        switch (fault) {
            case NO_GREETING -> stall();
            case TOO_BUSY -> say(out, "421 too busy");
            default -> say(out, "220 faulty");
        }
        String recipient = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase().split(" ")[0];
            switch (command) {
                case "EHLO" -> {
                    if (fault == Fault.STALL_AT_STARTTLS) {
                        say(out, "250-faulty");
                        say(out, "250 STARTTLS");
                    } else {
                        say(out, "250 faulty");
                    }
                }
                case "STARTTLS" -> {
                    say(out, "220 go on");
                    stall();
                }
                case "MAIL" -> say(out, fault == Fault.SENDER_REFUSED ? "550 not from you" : "250 ok");
                case "RCPT" -> {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    switch (fault) {
                        case STALL_AT_RECIPIENT -> stall();
                        case LATER_TO_THE_ADDRESS -> say(out, "451 greylisted");
                        case MAILBOX_FULL -> say(out, "552 mailbox full");
                        case UNKNOWN_ADDRESS -> say(out, "550 no such user");
                        default -> say(out, "250 ok");
                    }
                }
                case "DATA" -> {
                    say(out, "354 go on");
                    if (fault == Fault.DROP_DURING_DATA) {
                        in.readLine();
                        return;
                    }
                    String content = content(in);
                    boolean acknowledged = fault != Fault.DROP_AFTER_DATA && fault != Fault.STALL_AFTER_DATA;
                    if (fault == Fault.LATER_AFTER_DATA) {
                        say(out, "451 local error");
                        continue;
                    }
                    taken.add(new Taken(header(content, "Message-ID"), recipient, content, acknowledged));
                    if (fault == Fault.STALL_AFTER_DATA) {
                        stall();
                    }
                    if (!acknowledged) {
                        return;
                    }
                    say(out, "250 taken");
                    if (fault == Fault.DROP_AFTER_THE_ANSWER) {
                        return;
                    }
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static void say(PrintWriter out, String answer) {
        out.print(answer + "\r\n");
        out.flush();
    }

    private static void stall() throws InterruptedException {
        Thread.sleep(60_000);
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append('\n');
        }
        return content.toString();
    }

    private static String header(String content, String name) {
        return content.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .findFirst()
                .map(line -> line.substring(name.length() + 1).strip())
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
