package org.throughcare.messages;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.throughcare.EmptyRecord;
import org.throughcare.messages.FaultySmtpServer.Fault;

/**
 * The mail server is off for an hour in the middle of 500 messages, and unreliable before and after; nodes die. Two nodes
 * work, minute by minute of a moved clock.
 */
class HourWithoutMailServerTest {

    private static final int MESSAGES = 500;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private MessagesOfTest messages;
    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {47, 2026})
    void everyRecipientGetsEachMessageOnce(long seed) throws IOException {
        List<FaultySmtpServer.Taken> taken =
                send(seed, List.of(Fault.LATER_TO_THE_ADDRESS, Fault.LATER_AFTER_DATA, Fault.DROP_DURING_DATA));

        assertThat(taken).hasSize(MESSAGES);
        assertThat(taken.stream().map(FaultySmtpServer.Taken::recipient).distinct())
                .hasSize(MESSAGES);
        assertThat(taken.stream().map(FaultySmtpServer.Taken::messageId).distinct())
                .hasSize(MESSAGES);
        assertThat(messages.states()).isEqualTo(Map.of("sent", (long) MESSAGES));
    }

    @ParameterizedTest
    @ValueSource(longs = {47, 2026})
    void aSecondOneComesOnlyWhereNoAnswerCameAndIsRecognisable(long seed) throws IOException {
        List<FaultySmtpServer.Taken> taken = send(seed, List.of(Fault.DROP_AFTER_DATA, Fault.DROP_AFTER_THE_ANSWER));

        Map<String, Long> byRecipient = count(taken, FaultySmtpServer.Taken::recipient);
        Map<String, Long> byId = count(taken, FaultySmtpServer.Taken::messageId);
        long unanswered = taken.stream().filter(one -> !one.acknowledged()).count();
        assertThat(unanswered).isPositive();
        assertThat(byRecipient).hasSize(MESSAGES);
        assertThat(byId).as("one Message-ID for each recipient").hasSize(MESSAGES);
        assertThat(taken).hasSize(MESSAGES + (int) unanswered);
        assertThat(messages.states()).isEqualTo(Map.of("sent", (long) MESSAGES));
    }

    private static Map<String, Long> count(
            List<FaultySmtpServer.Taken> taken, java.util.function.Function<FaultySmtpServer.Taken, String> by) {
        return taken.stream().collect(groupingBy(by, counting()));
    }

    private List<FaultySmtpServer.Taken> send(long seed, List<Fault> faults) throws IOException {
        random = new Random(seed);
        messages = new MessagesOfTest(EmptyRecord.make(), folder, Duration.ofSeconds(20));
        try (FaultySmtpServer server = new FaultySmtpServer()) {
            server.by(connection -> random.nextInt(4) == 0 ? faults.get(random.nextInt(faults.size())) : Fault.NONE);
            JavaMailSenderImpl sender = MessagesOfTest.sender(server.port());
            SmtpCarrier smtp = new SmtpCarrier(sender, messages.settings);
            List<MessageRound> nodes = new ArrayList<>(List.of(messages.node(dying(smtp)), messages.node(dying(smtp))));
            int nowhere = closedPort();
            int written = 0;
            for (int minute = 0; minute < 8 * 60 && (minute <= 100 || someWait()); minute++) {
                sender.setPort(minute >= 30 && minute < 90 ? nowhere : server.port());
                for (int more = 0; more < 5 && written < MESSAGES; more++) {
                    messages.tell("staff" + written, "NORTH-2026-" + written++);
                }
                for (int number = 0; number < nodes.size(); number++) {
                    try {
                        nodes.get(number).run();
                    } catch (NodeDied e) {
                        nodes.set(number, messages.node(dying(smtp)));
                    }
                }
                messages.time.pass(MINUTE);
            }
            return List.copyOf(server.taken);
        }
    }

    private boolean someWait() {
        return messages.states().containsKey("waiting");
    }

    /** Now and then the node dies when it has taken a message, before the mail server has it. */
    private Carrier dying(Carrier carrier) {
        return new Carrier() {
            @Override
            public MessageState taken() {
                return carrier.taken();
            }

            @Override
            public Answer carry(OutgoingMessage message, String address, Letter letter) {
                if (random.nextInt(50) == 0) {
                    throw new NodeDied();
                }
                return carrier.carry(message, address, letter);
            }
        };
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static final class NodeDied extends Error {

        private static final long serialVersionUID = 1L;
    }
}
