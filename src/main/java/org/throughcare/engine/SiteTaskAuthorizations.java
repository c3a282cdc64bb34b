package org.throughcare.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.throughcare.access.StaffGroups;
import org.throughcare.sites.Sites;

/**
 * The rights that the engine gives by itself: the people of a task may see it, work on it, take it and put it back; the
 * supervisor of the case's site may do so too. A user may read herself and change her password, not her name.
 */
class SiteTaskAuthorizations extends DefaultAuthorizationProvider {

    private final Sites sites;

    SiteTaskAuthorizations(Sites sites) {
        this.sites = sites;
    }

    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {
            createGrantAuthorization(user.getId(), null, USER, user.getId(), READ, Permissions.UPDATE)
        };
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        AuthorizationEntity[] own = super.newTaskGroupIdentityLink(task, groupId, type);
        Optional<String> supervisors = siteOf(task)
                .map(site -> StaffGroups.of(StaffGroups.SUPERVISOR, site))
                .filter(group -> !group.equals(groupId));
        return supervisors
                .map(group -> Stream.of(own, createOrUpdateAuthorizationsByGroupId(task, group))
                        .flatMap(Stream::of)
                        .toArray(AuthorizationEntity[]::new))
                .orElse(own);
    }

    private Optional<String> siteOf(Task task) {
        return task instanceof DelegateTask delegate
                ? Optional.ofNullable(delegate.getVariable("site"))
                        .map(Object::toString)
                        .filter(site -> sites.find(site).isPresent())
                : Optional.empty();
    }

    @Override
    protected Permission[] getRuntimePermissions(boolean enforceSpecificVariablePermission) {
        return new Permission[] {TaskPermissions.READ, TaskPermissions.TASK_WORK, TaskPermissions.TASK_ASSIGN};
    }
}
