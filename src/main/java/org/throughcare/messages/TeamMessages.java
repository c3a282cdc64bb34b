package org.throughcare.messages;

import org.springframework.stereotype.Component;

/** Tells everybody in a group of something in a case that the whole group has to know. */
@Component
public class TeamMessages {

    private final Outbox outbox;
    private final Readers readers;

    TeamMessages(Outbox outbox, Readers readers) {
        this.outbox = outbox;
        this.readers = readers;
    }

    /** Writes a message to each member, in the step's transaction. From whom the case is hidden, the message is too. */
    public void tell(String group, Template template, News news, String caseNumber) {
        readers.membersOf(group).stream()
                .filter(userId -> !readers.isHiddenFrom(userId, caseNumber))
                .sorted()
                .forEach(userId ->
                        outbox.put(new NewMessage(template, Recipient.user(userId), Line.aboutCase(news, caseNumber))));
    }
}
