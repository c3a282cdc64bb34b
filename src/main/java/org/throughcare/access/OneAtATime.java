package org.throughcare.access;

/** Setting up that several nodes would do at the same time when they start together on one database. */
public interface OneAtATime {

    /**
     * Runs it in one transaction as soon as no other node is setting up; what that one made can then be seen. An exception
     * leaves nothing behind and goes to the caller.
     */
    void run(Runnable setUp);
}
