package org.throughcare.messages;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages go, from the configuration key {@code throughcare.messages}. Where the mail server is stands in Spring's
 * own {@code spring.mail}; without {@code spring.mail.host} messages are written into the folder.
 *
 * @param workers whether this node sends messages and writes digests
 * @param from the sender's address
 * @param folder where messages lie when there is no mail server
 * @param timeout how long the mail server may take to connect, to answer, or to take a part of the message
 * @param lease how long a message belongs to the worker that took it; another takes it over afterwards. Longer than a
 *     whole conversation with the slowest mail server
 * @param pauses between tries; the last one again and again
 * @param giveUpAfter how long a message is tried
 * @param digestAt when a person's daily digest is written, in her site's zone
 * @param alertFromPriority supervisors and managers are told at once of tasks of theirs with at least this priority
 * @param keep how long it is shown what became of a message
 */
@ConfigurationProperties("throughcare.messages")
record MessageSettings(
        @DefaultValue("true") boolean workers,
        @DefaultValue("throughcare@localhost") String from,
        @DefaultValue("data/messages") Path folder,
        @DefaultValue("PT20S") Duration timeout,
        @DefaultValue("PT15M") Duration lease,
        @DefaultValue({"PT1M", "PT2M", "PT5M", "PT10M", "PT20M", "PT40M", "PT1H", "PT2H", "PT4H"})
                List<Duration> pauses,
        @DefaultValue("P3D") Duration giveUpAfter,
        @DefaultValue("07:00") LocalTime digestAt,
        @DefaultValue("60") int alertFromPriority,
        @DefaultValue("P90D") Duration keep) {

    /** A conversation: connect, greeting, EHLO, STARTTLS, handshake, EHLO, three for signing in, MAIL, RCPT, DATA, end. */
    private static final int ANSWERS_IN_A_CONVERSATION = 20;

    MessageSettings {
        if (lease.compareTo(timeout.multipliedBy(ANSWERS_IN_A_CONVERSATION)) < 0) {
            throw new IllegalArgumentException(
                    "throughcare.messages.lease is " + lease + ", and a mail server that takes "
                            + timeout + " for each answer needs longer. Make it at least "
                            + timeout.multipliedBy(ANSWERS_IN_A_CONVERSATION) + ".");
        }
    }

    /** How long to wait after that many tries. */
    Duration pauseAfter(int tries) {
        return pauses.get(Math.min(tries, pauses.size()) - 1);
    }
}
