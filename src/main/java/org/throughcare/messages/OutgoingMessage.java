package org.throughcare.messages;

import java.time.Instant;
import java.util.List;

/**
 * A message that one worker is about to send.
 *
 * @param messageId its Message-ID, the same at every try
 * @param tries how often it was tried, with this time
 * @param tryingSince since when
 */
public record OutgoingMessage(
        long id,
        String messageId,
        Template template,
        Recipient recipient,
        List<Line> lines,
        int more,
        Instant writtenAt,
        Instant tryingSince,
        int tries) {}
