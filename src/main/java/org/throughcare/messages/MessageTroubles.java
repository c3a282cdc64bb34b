package org.throughcare.messages;

import java.util.Optional;

/** Tells a person that messages do not arrive. Runs in the transaction in which the message is given up. */
public interface MessageTroubles {

    /**
     * The mail server refused that recipient's address for good: somebody has to check it.
     *
     * @param site whose people know the recipient; empty when none is known
     */
    void addressRefused(Optional<String> site, Recipient recipient);

    /** A message could not be sent for three days: an incident, and somebody has to look into it. */
    void givenUp(Optional<String> site);
}
