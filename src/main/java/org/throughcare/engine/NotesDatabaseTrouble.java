package org.throughcare.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.throughcare.access.DatabaseTrouble;

/** The engine's interface words every failure itself; what it was is noted here, outside of the transaction. */
class NotesDatabaseTrouble extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            if (DatabaseTrouble.in(failure)) {
                DatabaseTrouble.note();
            }
            throw failure;
        }
    }
}
