package org.throughcare.messages;

/** The kinds of messages. Each has a text and an HTML file of its name in the folder {@code messages}. */
public enum Template {
    /** What happened just now, for a person who wants to know at once. */
    notice,
    /** What happened since yesterday and what is due, once a day. */
    digest,
    /** What a supervisor or manager has to look at. */
    alert,
    /** A trusted provider finds a referral when it signs in. */
    referral,
    /** Who has had something is asked to stop using it. */
    stop
}
