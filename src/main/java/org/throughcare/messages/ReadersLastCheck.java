package org.throughcare.messages;

import org.springframework.stereotype.Component;

/** Nobody is told of a case that she may not read any more when the message goes. */
@Component
class ReadersLastCheck implements LastCheck {

    private final Readers readers;

    ReadersLastCheck(Readers readers) {
        this.readers = readers;
    }

    @Override
    public boolean mayTell(Recipient recipient, Line line) {
        return recipient.userId().isEmpty()
                || line.namedCase()
                        .filter(number -> !readers.mayRead(recipient.userId().get(), number))
                        .isEmpty();
    }
}
