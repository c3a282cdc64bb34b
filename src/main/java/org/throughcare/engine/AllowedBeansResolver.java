package org.throughcare.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.aop.support.AopUtils;
import org.throughcare.access.UsedInModels;

/** Resolves allowed beans by name and calls the public methods that their own class declares. */
class AllowedBeansResolver extends ELResolver {

    private final Supplier<Map<String, Object>> source;
    private volatile Map<String, Object> beans;

    /** @param source asked once, at the first expression, when the application stands */
    AllowedBeansResolver(Supplier<Map<String, Object>> source) {
        this.source = source;
    }

    private Map<String, Object> beans() {
        if (beans == null) {
            beans = Map.copyOf(source.get());
        }
        return beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null && beans().containsKey(String.valueOf(property))) {
            context.setPropertyResolved(true);
            return beans().get(String.valueOf(property));
        }
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base == null || !AopUtils.getTargetClass(base).isAnnotationPresent(UsedInModels.class)) {
            return null;
        }
        Method found = Arrays.stream(AopUtils.getTargetClass(base).getDeclaredMethods())
                .filter(candidate -> Modifier.isPublic(candidate.getModifiers()))
                .filter(candidate -> candidate.getName().equals(String.valueOf(method)))
                .filter(candidate -> candidate.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new ProcessEngineException("The expression calls \"" + method
                        + "\", which models may not call. Use a method of a bean that is marked for models."));
        context.setPropertyResolved(true);
        return call(found, base, arguments);
    }

    private static Object call(Method method, Object base, Object[] arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(base, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ProcessEngineException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ProcessEngineException(e);
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // nothing can be set
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }
}
