package org.throughcare.engine;

import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.throughcare.access.SignedIn;

/**
 * Puts the rule of {@link TaskRights} before every command on a single task. Who is none of its people needs a right of
 * the engine, as administrators have; of a restricted case that does not help either.
 */
class TaskCommandRights extends AuthorizationCommandChecker {

    private final TaskRights rights;

    TaskCommandRights(TaskRights rights) {
        this.rights = rights;
    }

    @Override
    public void checkReadTask(TaskEntity task) {
        check(task, super::checkReadTask);
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        check(task, super::checkTaskWork);
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        check(task, super::checkTaskAssign);
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        check(task, super::checkReadTaskVariable);
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        checkHidden(task);
        super.checkUpdateTaskVariable(task);
    }

    private void check(TaskEntity task, Consumer<TaskEntity> otherwise) {
        if (isExecuted()) {
            checkHidden(task);
            if (rights.isHers(task, reader())) {
                return;
            }
        }
        otherwise.accept(task);
    }

    private void checkHidden(TaskEntity task) {
        if (isExecuted() && rights.isHidden(task, reader())) {
            throw new AuthorizationException("This task does not exist for " + reader().userId() + ".");
        }
    }

    private static boolean isExecuted() {
        CommandContext command = Context.getCommandContext();
        return command.isAuthorizationCheckEnabled() && command.getAuthentication() != null;
    }

    private static SignedIn reader() {
        return TaskRights.person(Context.getCommandContext().getAuthentication());
    }
}
