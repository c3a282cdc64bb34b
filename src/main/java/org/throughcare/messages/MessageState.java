package org.throughcare.messages;

/** What became of a message. The names are kept in the database and shown to administrators. */
enum MessageState {
    /** It goes when its time has come. */
    waiting,
    /** The mail server took it. */
    sent,
    /** There is no mail server; it lies in the folder. */
    filed,
    /** The mail server does not know the address, for good. */
    refused,
    /** The user has no address. */
    noAddress,
    /** The mail server did not take it for three days. */
    givenUp,
    /** It was taken back, or the recipient has no right to it any more. */
    withdrawn
}
