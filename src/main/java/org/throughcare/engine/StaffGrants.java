package org.throughcare.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.access.StaffGroups;
import org.throughcare.access.StaffRights;

/** What each group may do in the engine. Rights are given to groups, never to a person. */
@Component
class StaffGrants implements StaffRights {

    private static final String TASKLIST = "tasklist";
    private static final String COCKPIT = "cockpit";
    private static final String REGISTER_ADMISSION = "journey";
    private static final Set<String> STARTED_BY_ALL_STAFF = Set.of("urgentResponse", "noteContact");

    private final ObjectProvider<ProcessEngine> engine;

    StaffGrants(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public void giveToStaff(String role, String site) {
        String group = StaffGroups.of(role, site);
        worksInTasklist(group);
        grant(group, PROCESS_INSTANCE, ANY, CREATE);
        STARTED_BY_ALL_STAFF.forEach(process -> grant(group, PROCESS_DEFINITION, process, READ, CREATE_INSTANCE));
        if (StaffGroups.RECEPTION_OFFICER.equals(role)) {
            grant(group, PROCESS_DEFINITION, REGISTER_ADMISSION, READ, CREATE_INSTANCE);
        }
        if (StaffGroups.SUPERVISOR.equals(role)) {
            grant(group, USER, ANY, READ);
            grant(group, GROUP, ANY, READ);
        }
    }

    @Override
    public void giveToProvider(String group) {
        worksInTasklist(group);
    }

    @Override
    public void giveToEstateGroups() {
        worksInTasklist(StaffGroups.MANAGER);
        watches(StaffGroups.MANAGER);
        worksInTasklist(StaffGroups.ANALYST);
        grant(StaffGroups.ANALYST, APPLICATION, COCKPIT, ACCESS);
        grant(StaffGroups.ANALYST, DECISION_DEFINITION, ANY, READ);
        grant(StaffGroups.ANALYST, DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
        Set<Resource> notForAdministrators = Set.of(DEPLOYMENT);
        EnumSet.allOf(Resources.class).stream()
                .filter(resource -> !notForAdministrators.contains(resource))
                .forEach(resource -> grant(StaffGroups.ADMINISTRATOR, resource, ANY, ALL));
        grant(StaffGroups.ADMINISTRATOR, DEPLOYMENT, ANY, READ);
    }

    private void worksInTasklist(String group) {
        grant(group, APPLICATION, TASKLIST, ACCESS);
        grant(group, PROCESS_DEFINITION, ANY, READ);
    }

    private void watches(String group) {
        grant(group, APPLICATION, COCKPIT, ACCESS);
        grant(group, PROCESS_DEFINITION, ANY, READ, READ_INSTANCE, READ_TASK, READ_HISTORY);
        grant(group, DECISION_DEFINITION, ANY, READ, Permissions.READ_HISTORY);
        grant(group, DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
        grant(group, DEPLOYMENT, ANY, READ);
        grant(group, TASK, ANY, READ);
        grant(group, USER, ANY, READ);
        grant(group, GROUP, ANY, READ);
    }

    /** Adds what is missing; what an administrator gave beyond it stays. */
    private void grant(String group, Resource resource, String resourceId, Permission... permissions) {
        AuthorizationService service = engine.getObject().getAuthorizationService();
        Authorization found = service.createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        Authorization grant = found == null ? service.createNewAuthorization(AUTH_TYPE_GRANT) : found;
        if (found == null) {
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(resourceId);
        }
        boolean complete = true;
        for (Permission permission : permissions) {
            complete &= grant.isPermissionGranted(permission);
            grant.addPermission(permission);
        }
        if (found == null || !complete) {
            service.saveAuthorization(grant);
        }
    }
}
