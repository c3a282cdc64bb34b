package org.throughcare.messages;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what is due, one message after the other. What can happen, and what follows:
 *
 * <ul>
 *   <li>The node dies before it takes a message: another takes it.
 *   <li>It dies after it took it, before the mail server did: the lease ends, and another sends it.
 *   <li>The connection breaks or stalls before the message was handed over: it is sent again later.
 *   <li>The answer comes and the database is away or full: it is written down when the database is back.
 *   <li>It breaks after the message was handed over, before the answer; or the node dies before it writes the answer
 *       down: nobody can know whether the server took it. It is sent again with the same Message-ID.
 *   <li>The answer comes and the good-bye fails: it is sent.
 * </ul>
 */
@Component
class MessageRound {

    private static final Logger LOG = LoggerFactory.getLogger(MessageRound.class);
    private static final int AT_ONCE = 50;

    private final String holder = UUID.randomUUID().toString();
    private final MessageQueue queue;
    private final LetterWriter letters;
    private final Carrier carrier;
    private final Readers readers;
    private final List<LastCheck> checks;
    private final MessageTroubles troubles;
    private final MessageSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    MessageRound(
            MessageQueue queue,
            LetterWriter letters,
            Carrier carrier,
            Readers readers,
            List<LastCheck> checks,
            MessageTroubles troubles,
            MessageSettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.queue = queue;
        this.letters = letters;
        this.carrier = carrier;
        this.readers = readers;
        this.checks = checks;
        this.troubles = troubles;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Sends everything that is due, until nothing is, the mail server cannot be reached, or this thread is interrupted.
     *
     * @return how many messages this worker took
     */
    int run() {
        int taken = 0;
        while (true) {
            int before = taken;
            for (long id : queue.due(AT_ONCE)) {
                if (Thread.currentThread().isInterrupted()) {
                    return taken;
                }
                Optional<OutgoingMessage> mine = queue.take(id, holder);
                if (mine.isPresent()) {
                    taken++;
                    if (!send(mine.get())) {
                        return taken;
                    }
                }
            }
            if (taken == before) {
                return taken;
            }
        }
    }

    /** Sends it; false when the mail server cannot be reached, so that other messages need not be tried now. */
    private boolean send(OutgoingMessage message) {
        List<Line> lines = message.lines().stream()
                .filter(line -> checks.stream().allMatch(check -> check.mayTell(message.recipient(), line)))
                .toList();
        if (lines.isEmpty()) {
            queue.finish(message, holder, MessageState.withdrawn, "nothing to tell");
            return true;
        }
        Optional<String> address = message.recipient()
                .address()
                .or(() -> message.recipient().userId().flatMap(readers::addressOf));
        if (address.isEmpty()) {
            queue.finish(message, holder, MessageState.noAddress, "no address");
            return true;
        }
        Letter letter = letters.write(message.template(), lines, message.more());
        Carrier.Answer answer = carrier.carry(message, address.get(), letter);
        writeDown(() -> {
            switch (answer.outcome()) {
                case TAKEN -> queue.finish(message, holder, carrier.taken(), answer.answer());
                case ADDRESS_REFUSED -> refused(message, answer.answer());
                case NOT_NOW, UNREACHABLE -> notNow(message, answer.answer());
            }
        });
        return answer.outcome() != Carrier.Outcome.UNREACHABLE;
    }

    /**
     * Only this node knows what the mail server said. While the database is away or full it keeps that in mind and writes
     * it down as soon as it can, for as long as no other worker may take the message.
     */
    private void writeDown(Runnable outcome) {
        long end = System.nanoTime() + settings.lease().toNanos();
        while (true) {
            try {
                outcome.run();
                return;
            } catch (DataAccessException | TransactionException e) {
                if (System.nanoTime() - end > 0 || !waited()) {
                    throw e;
                }
            }
        }
    }

    private static boolean waited() {
        try {
            TimeUnit.SECONDS.sleep(1);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void refused(OutgoingMessage message, String answer) {
        transactions.executeWithoutResult(transaction -> {
            if (queue.finish(message, holder, MessageState.refused, answer)) {
                troubles.addressRefused(siteOf(message), message.recipient());
            }
        });
        LOG.warn("Message {} is refused: {}.", message.id(), answer);
    }

    private void notNow(OutgoingMessage message, String answer) {
        Instant last = message.tryingSince().plus(settings.giveUpAfter());
        if (clock.instant().isBefore(last)) {
            Instant next = clock.instant().plus(settings.pauseAfter(message.tries()));
            queue.tryAgainAt(message, holder, next.isAfter(last) ? last : next, answer);
            return;
        }
        transactions.executeWithoutResult(transaction -> {
            if (queue.finish(message, holder, MessageState.givenUp, answer)) {
                troubles.givenUp(siteOf(message));
            }
        });
        LOG.error("Message {} is given up after {} tries: {}.", message.id(), message.tries(), answer);
    }

    private Optional<String> siteOf(OutgoingMessage message) {
        return message.recipient().userId().flatMap(readers::siteOf).or(() -> message.lines().stream()
                .flatMap(line -> line.caseNumber().flatMap(readers::siteOfCase).stream())
                .findFirst());
    }
}
