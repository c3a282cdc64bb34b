package org.throughcare.forms;

import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The forms as they were deployed together with a model. */
@Component
class FormSchemas {

    private final ObjectProvider<RepositoryService> repository;
    private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

    FormSchemas(ObjectProvider<RepositoryService> repository) {
        this.repository = repository;
    }

    FormSchema get(String deploymentId, String form) {
        return schemas.computeIfAbsent(deploymentId + "/" + form, key -> Context.getCommandContext()
                .runWithoutAuthorization(() -> load(deploymentId, form)));
    }

    private FormSchema load(String deploymentId, String form) throws java.io.IOException {
        try (InputStream resource =
                repository.getObject().getResourceAsStream(deploymentId, "forms/" + form + ".form")) {
            return FormSchema.read(form, resource);
        }
    }
}
