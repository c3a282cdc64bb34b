package org.throughcare.messages;

/** Takes messages away: to the mail server, or into a folder. */
interface Carrier {

    /** What became of one try. */
    enum Outcome {
        /** It was taken; the message is done. */
        TAKEN,
        /** The address does not exist, and never will. */
        ADDRESS_REFUSED,
        /** It was not taken this time. */
        NOT_NOW,
        /** Nobody is there to take it, nor any other message. */
        UNREACHABLE
    }

    /**
     * What became of one try, and why.
     *
     * @param answer a code, without anything about the recipient
     */
    record Answer(Outcome outcome, String answer) {}

    /** The state of a message that was taken. */
    MessageState taken();

    /** Tries to hand over that message. It throws nothing that the mail server or the folder can cause. */
    Answer carry(OutgoingMessage message, String address, Letter letter);
}
