package org.throughcare.engine;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.access.FirstAdministrator;

/** How the engine treats its users: rights on tasks, passwords, and no lock that a stranger could turn against them. */
@Component
@Order(Ordering.DEFAULT_ORDER + 2)
class StaffSettings extends AbstractCamundaConfiguration {

    private final TaskRights taskRights;

    StaffSettings(TaskRights taskRights) {
        this.taskRights = taskRights;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new StaffAuthorizations());
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new TaskCommandRights(taskRights)));
        configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
        configuration.setLoginDelayBase(0);
        configuration.setEnablePasswordPolicy(true);
        configuration.setPasswordPolicy(new LongPasswords());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        TaskListRights.install(configuration);
    }

    /** Length is what makes a password hard to guess; her own name is not a password. */
    private static final class LongPasswords implements PasswordPolicy {

        @Override
        public List<PasswordPolicyRule> getRules() {
            return List.of(
                    new PasswordPolicyLengthRuleImpl(FirstAdministrator.SHORTEST_PASSWORD),
                    new PasswordPolicyUserDataRuleImpl());
        }
    }
}
