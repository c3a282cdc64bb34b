package org.throughcare.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.throughcare.EmptyRecord;
import org.throughcare.messages.FaultySmtpServer.Fault;

/** Each message arrives once, whatever the mail server does; where nobody can know, a second one is recognisable. */
class SendingTest {

    private static final Duration PATIENCE = Duration.ofMillis(400);

    @RegisterExtension
    static final GreenMailExtension GREEN_MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @TempDir
    Path folder;

    private MessagesOfTest messages;
    private FaultySmtpServer server;

    @BeforeEach
    void start() throws IOException {
        messages = new MessagesOfTest(database(), folder, PATIENCE);
        server = new FaultySmtpServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    DataSource database() {
        return EmptyRecord.make();
    }

    @Test
    void onAGoodDayAMessageGoesAtOnceAndSaysAReferenceAndALink() throws Exception {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");

        assertThat(messages.node(GREEN_MAIL.getSmtp().getPort()).run()).isEqualTo(1);

        MimeMessage arrived = GREEN_MAIL.getReceivedMessages()[0];
        assertThat(arrived.getMessageID()).isEqualTo(messages.messageId(message));
        assertThat(arrived.getSubject()).isEqualTo("Throughcare: NORTH-2026-7 waits for you");
        assertThat(arrived.getAllRecipients()[0]).hasToString("caseManager.north@throughcare.example");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(GreenMailUtil.getBody(arrived))
                .contains("A task was assigned to you: NORTH-2026-7")
                .contains("https://throughcare.example/cases/NORTH-2026-7")
                .contains("text/html");
        assertThat(messages.stateOf(message)).isEqualTo("sent");
        assertThat(messages.node(GREEN_MAIL.getSmtp().getPort()).run()).isZero();
    }

    @Test
    void aStepThatIsRolledBackLeavesNoMessage() {
        assertThatThrownBy(() -> messages.transactions.executeWithoutResult(step -> {
                    messages.outbox.put(new NewMessage(
                            Template.alert,
                            Recipient.user("supervisor.north"),
                            Line.aboutTask(News.supervisorNeeded, Optional.empty(), "17")));
                    throw new IllegalStateException("The step failed.");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(messages.states()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "NO_GREETING",
                "TOO_BUSY",
                "STALL_AT_RECIPIENT",
                "LATER_TO_THE_ADDRESS",
                "MAILBOX_FULL",
                "SENDER_REFUSED",
                "LATER_AFTER_DATA",
                "DROP_DURING_DATA"
            })
    void whatWasNotTakenGoesLaterAndArrivesOnce(Fault fault) {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");
        MessageRound node = messages.node(server.always(fault).port());

        Instant began = Instant.now();
        node.run();

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(messages.stateOf(message)).isEqualTo("waiting");
        server.always(Fault.NONE);
        assertThat(node.run()).as("it is not tried again at once").isZero();
        messages.time.pass(Duration.ofMinutes(1));
        node.run();
        assertThat(messages.stateOf(message)).isEqualTo("sent");
        assertThat(server.messageIds()).containsExactly(messages.messageId(message));
        assertThat(messages.troubles.refused).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP_AFTER_DATA", "STALL_AFTER_DATA"})
    void withoutAnAnswerASecondOneGoesAndIsRecognisable(Fault fault) {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");
        MessageRound node = messages.node(
                server.by(connection -> connection == 0 ? fault : Fault.NONE).port());

        node.run();
        messages.time.pass(Duration.ofMinutes(1));
        node.run();

        assertThat(messages.stateOf(message)).isEqualTo("sent");
        assertThat(server.messageIds()).containsExactly(messages.messageId(message), messages.messageId(message));
        assertThat(server.taken.get(0).acknowledged()).isFalse();
    }

    @Test
    void whenTheConnectionBreaksAfterTheAnswerTheMessageHasArrived() {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");

        messages.node(server.always(Fault.DROP_AFTER_THE_ANSWER).port()).run();

        assertThat(messages.stateOf(message)).isEqualTo("sent");
        assertThat(server.taken).hasSize(1);
    }

    @Test
    void whatTheServerTookIsWrittenDownWhenTheDatabaseIsBack() {
        AtomicInteger refusals = new AtomicInteger();
        messages = new MessagesOfTest(leaving(database(), refusals), folder, PATIENCE);
        long message = messages.tell("caseManager.north", "NORTH-2026-7");
        Carrier smtp = messages.smtp(server.port());

        messages.node(new Carrier() {
                    @Override
                    public MessageState taken() {
                        return smtp.taken();
                    }

                    @Override
                    public Answer carry(OutgoingMessage carried, String address, Letter letter) {
                        Answer answer = smtp.carry(carried, address, letter);
                        refusals.set(2);
                        return answer;
                    }
                })
                .run();

        assertThat(refusals).hasValue(0);
        assertThat(messages.stateOf(message)).isEqualTo("sent");
        assertThat(server.taken).hasSize(1);
    }

    /** Refuses that many connections. */
    private static DataSource leaving(DataSource database, AtomicInteger refusals) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new SQLTransientConnectionException("The database is away.");
                }
                return super.getConnection();
            }
        };
    }

    @Test
    void aServerThatStallsWhileItSecuresTheConnectionHoldsUpNothingForLong() {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");
        JavaMailSenderImpl sender =
                MessagesOfTest.sender(server.always(Fault.STALL_AT_STARTTLS).port());
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");

        Instant began = Instant.now();
        messages.node(new SmtpCarrier(sender, messages.settings)).run();

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(messages.stateOf(message)).isEqualTo("waiting");
        assertThat(server.taken).isEmpty();
    }

    @Test
    void anAddressThatIsRefusedForGoodIsATaskForSomebodyAndIsNotTriedAgain() {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");
        MessageRound node = messages.node(server.always(Fault.UNKNOWN_ADDRESS).port());

        node.run();
        messages.time.pass(Duration.ofDays(1));

        assertThat(node.run()).isZero();
        assertThat(messages.stateOf(message)).isEqualTo("refused");
        assertThat(messages.troubles.refused).containsExactly("caseManager.north");
        assertThat(messages.troubles.givenUp).isZero();
    }

    @Test
    void whatIsNoAddressAtAllIsRefusedToo() {
        messages.people.addresses.put("caseManager.north", "not an address");
        long message = messages.tell("caseManager.north", "NORTH-2026-7");

        messages.node(server.port()).run();

        assertThat(messages.stateOf(message)).isEqualTo("refused");
        assertThat(messages.troubles.refused).containsExactly("caseManager.north");
    }

    @Test
    void afterTheAddressIsCorrectedItGoesAgainWithTheSameMessageId() {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");
        MessageRound node = messages.node(server.always(Fault.UNKNOWN_ADDRESS).port());
        node.run();
        server.always(Fault.NONE);
        messages.people.addresses.put("caseManager.north", "right@throughcare.example");

        int again = new UndeliveredMessages(messages.jdbc, messages.time).tryRefusedOf("caseManager.north");
        node.run();

        assertThat(again).isEqualTo(1);
        assertThat(server.taken).singleElement().satisfies(taken -> {
            assertThat(taken.messageId()).isEqualTo(messages.messageId(message));
            assertThat(taken.recipient()).isEqualTo("right@throughcare.example");
        });
    }

    @Test
    void thePausesGrowAndAfterThreeDaysAPersonHasToLook() throws IOException {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");
        MessageRound node = messages.node(server.port());
        server.close();

        int tries = 0;
        for (int minute = 0; minute < 3 * 24 * 60; minute++) {
            tries += node.run();
            assertThat(messages.stateOf(message)).as("minute " + minute).isEqualTo("waiting");
            messages.time.pass(Duration.ofMinutes(1));
        }
        tries += node.run();

        assertThat(messages.stateOf(message)).isEqualTo("givenUp");
        assertThat(messages.troubles.givenUp).isEqualTo(1);
        assertThat(tries).as("after 0, 1, 3, 8 minutes, then each half hour").isBetween(140, 150);
    }

    @Test
    void whileTheServerCannotBeReachedOneMessageOfManyIsTriedInARound() throws IOException {
        for (int number = 0; number < 20; number++) {
            messages.tell("caseManager.north", "NORTH-2026-" + number);
        }
        MessageRound node = messages.node(server.port());
        server.close();

        assertThat(node.run()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NO_GREETING", "TOO_BUSY"})
    void norIsAServerThatDoesNotComeToTheLetterTriedForEachOfThem(Fault fault) {
        for (int number = 0; number < 20; number++) {
            messages.tell("caseManager.north", "NORTH-2026-" + number);
        }

        assertThat(messages.node(server.always(fault).port()).run()).isEqualTo(1);
    }

    @Test
    void aMessageThatIsTakenBackDoesNotGo() {
        long message = messages.transactions.execute(step -> messages.outbox.put(new NewMessage(
                Template.referral,
                Recipient.provider("harbourHouse", "office@harbour.example"),
                Line.aboutReferral(News.referralWaits, "NORTH-2026-7", 12))));

        int stopped = messages.transactions.execute(step -> messages.outbox.withdraw("referral 12"));
        messages.node(server.port()).run();

        assertThat(stopped).isEqualTo(1);
        assertThat(messages.stateOf(message)).isEqualTo("withdrawn");
        assertThat(server.taken).isEmpty();
    }

    @Test
    void aRightThatIsLostWhileTheMessageWaitsStopsIt() {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");
        messages.people.unreadable.add("caseManager.north NORTH-2026-7");

        messages.node(server.port()).run();

        assertThat(messages.stateOf(message)).isEqualTo("withdrawn");
        assertThat(server.taken).isEmpty();
    }

    @Test
    void whoHasNoAddressIsListedAndHoldsUpNobody() {
        messages.people.addresses.put("caseManager.north", "");
        long nowhere = messages.tell("caseManager.north", "NORTH-2026-7");
        long next = messages.tell("caseManager2.north", "NORTH-2026-8");

        messages.node(server.port()).run();

        assertThat(messages.stateOf(nowhere)).isEqualTo("noAddress");
        assertThat(messages.stateOf(next)).isEqualTo("sent");
    }

    @Test
    void aNodeThatDiesBeforeTheServerTookTheMessageLeavesItToAnother() {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");
        Carrier dying = dyingCarrier();

        assertThatThrownBy(() -> messages.node(dying).run()).isInstanceOf(NodeDied.class);
        MessageRound other = messages.node(server.port());
        assertThat(other.run()).as("while the lease lasts").isZero();
        messages.time.pass(messages.settings.lease());
        other.run();

        assertThat(messages.stateOf(message)).isEqualTo("sent");
        assertThat(server.taken).hasSize(1);
    }

    @Test
    void aNodeThatDiesBeforeItWritesDownTheAnswerLeavesASecondOneThatIsRecognisable() {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");
        SmtpCarrier smtp = messages.smtp(server.port());
        Carrier dying = new Carrier() {
            @Override
            public MessageState taken() {
                return MessageState.sent;
            }

            @Override
            public Answer carry(OutgoingMessage outgoing, String address, Letter letter) {
                smtp.carry(outgoing, address, letter);
                throw new NodeDied();
            }
        };

        assertThatThrownBy(() -> messages.node(dying).run()).isInstanceOf(NodeDied.class);
        messages.time.pass(messages.settings.lease());
        messages.node(server.port()).run();

        assertThat(messages.stateOf(message)).isEqualTo("sent");
        assertThat(server.messageIds()).containsExactly(messages.messageId(message), messages.messageId(message));
    }

    @Test
    void aNodeThatWakesUpAfterItsLeaseChangesNothing() {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");
        MessageQueue slow = new MessageQueue(messages.jdbc, messages.settings, messages.time);
        OutgoingMessage mine = slow.take(message, "slow").orElseThrow();
        messages.time.pass(messages.settings.lease());
        messages.node(server.port()).run();

        assertThat(slow.finish(mine, "slow", MessageState.givenUp, "late")).isFalse();
        assertThat(messages.stateOf(message)).isEqualTo("sent");
    }

    @Test
    void withoutAMailServerMessagesLieInTheFolder() throws IOException {
        long message = messages.tell("caseManager.north", "NORTH-2026-7");
        MessageFolder inFolder = new MessageFolder(messages.settings);

        messages.node(new FolderCarrier(inFolder, messages.settings)).run();

        assertThat(messages.stateOf(message)).isEqualTo("filed");
        assertThat(Files.readString(folder.resolve(message + ".eml")))
                .contains("Message-ID: " + messages.messageId(message))
                .contains("To: caseManager.north@throughcare.example")
                .contains("NORTH-2026-7");
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void aLeaseShorterThanTheSlowestConversationIsRefusedAtTheStart() {
        assertThatThrownBy(() -> MessagesOfTest.settings(folder, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("throughcare.messages.lease");
    }

    private static Carrier dyingCarrier() {
        return new Carrier() {
            @Override
            public MessageState taken() {
                return MessageState.sent;
            }

            @Override
            public Answer carry(OutgoingMessage message, String address, Letter letter) {
                throw new NodeDied();
            }
        };
    }

    /** As if the process were killed: nothing of the worker runs afterwards. */
    private static final class NodeDied extends Error {

        private static final long serialVersionUID = 1L;
    }
}
