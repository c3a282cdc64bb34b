package org.throughcare.forms;

import java.util.Map;

/** Receives the answers of a process's start form and says which case the process belongs to. */
public interface StartForm {

    /** The id of the process. */
    String process();

    /**
     * Accepts the answers, which are complete and well formed.
     *
     * @param userId who starts it
     * @throws RefusedAnswerException when they cannot be accepted
     */
    StartedCase receive(Map<String, Object> answers, String userId);
}
