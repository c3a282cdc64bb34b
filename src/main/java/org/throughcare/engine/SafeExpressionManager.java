package org.throughcare.engine;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Expressions reach process variables, the beans named here with their public methods, and the engine's own functions
 * such as {@code currentUser()}. No reflection, no properties of values: an expression that somebody smuggles into a
 * query or a model runs no code (CVE-2026-109432 and its kind).
 */
class SafeExpressionManager extends JuelExpressionManager {

    private final Supplier<Map<String, Object>> allowedBeans;

    SafeExpressionManager(Supplier<Map<String, Object>> allowedBeans) {
        this.allowedBeans = allowedBeans;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new AllowedBeansResolver(allowedBeans));
        return resolver;
    }
}
