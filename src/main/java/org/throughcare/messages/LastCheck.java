package org.throughcare.messages;

/**
 * Asked at the moment of sending, at each try, whether a message may still tell that. Whoever puts messages that hang on
 * something that can be withdrawn, such as a woman's consent, makes a bean of this kind. What one check objects to is not
 * told, and a message that has nothing left to tell is withdrawn.
 */
public interface LastCheck {

    /** Whether that line may still go to that recipient. True for lines that the check knows nothing about. */
    boolean mayTell(Recipient recipient, Line line);
}
