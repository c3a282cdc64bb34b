package org.throughcare.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Serves Tasklist's script with one fault of Camunda 7.24 corrected. Tasklist takes a form to be wrong when the form
 * library names any field as looked at. Of a field in a row of a list it names an empty entry even when all is well, and
 * so "Complete" stayed closed for good as soon as somebody wrote in a row. Corrected, it looks for a complaint.
 */
@Configuration(proxyBeanMethods = false)
class TasklistScript implements WebMvcConfigurer {

    static final String SCRIPT = "camunda-tasklist-bootstrap.js";
    static final String FAULT = "!!Object.keys(e.errors).length";
    static final String CORRECTED =
            "Object.values(e.errors).some(function complaint(x){return typeof x==='string'||x instanceof Object&&Object.values(x).some(complaint)})";

    private static final String FOLDER = "/camunda/app/tasklist/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(FOLDER + "*.js")
                .addResourceLocations("classpath:/META-INF/resources/webjars" + FOLDER)
                .resourceChain(true)
                .addTransformer(TasklistScript::corrected);
    }

    private static Resource corrected(HttpServletRequest request, Resource script, ResourceTransformerChain chain)
            throws IOException {
        Resource found = chain.transform(request, script);
        if (!SCRIPT.equals(found.getFilename())) {
            return found;
        }
        String text = found.getContentAsString(StandardCharsets.UTF_8).replace(FAULT, CORRECTED);
        return new TransformedResource(found, text.getBytes(StandardCharsets.UTF_8));
    }
}
