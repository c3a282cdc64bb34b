package org.throughcare.forms;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Which tasks had their form accepted in this very command: only these may be completed. */
class FormSubmissions implements Session {

    private final Set<String> tasks = new HashSet<>();

    void accepted(String taskId) {
        tasks.add(taskId);
    }

    boolean wasAccepted(String taskId) {
        return tasks.contains(taskId);
    }

    @Override
    public void flush() {
        // nothing is written
    }

    @Override
    public void close() {
        tasks.clear();
    }

    /** One for each command. */
    @Component
    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return FormSubmissions.class;
        }

        @Override
        public Session openSession() {
            return new FormSubmissions();
        }
    }
}
