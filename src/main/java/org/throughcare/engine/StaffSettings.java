package org.throughcare.engine;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.access.SignedIn;

/** How the engine treats its users: rights on tasks, passwords, and no lock that a stranger could turn against them. */
@Component
@Order(Ordering.DEFAULT_ORDER + 2)
class StaffSettings extends AbstractCamundaConfiguration {

    private final TaskRights taskRights;
    private final DataSource database;

    StaffSettings(TaskRights taskRights, DataSource database) {
        this.taskRights = taskRights;
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setDataSource(new RowsOfReader(database, () -> reader(configuration), taskRights::hiddenFrom));
        configuration.setResourceAuthorizationProvider(new StaffAuthorizations());
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new TaskCommandRights(taskRights)));
        configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
        configuration.setLoginDelayBase(0);
        configuration.setEnablePasswordPolicy(true);
        configuration.setPasswordPolicy(new PasswordRules());
    }

    /** For whom the engine acts now; nobody when it acts for the application. */
    private static Optional<SignedIn> reader(ProcessEngineConfigurationImpl configuration) {
        CommandContext command = Context.getCommandContext();
        boolean forApplication = command != null && !command.isAuthorizationCheckEnabled();
        return forApplication
                ? Optional.empty()
                : Optional.ofNullable(configuration.getIdentityService().getCurrentAuthentication())
                        .filter(acting -> acting.getUserId() != null)
                        .map(TaskRights::person);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        TaskListRights.install(configuration);
    }
}
