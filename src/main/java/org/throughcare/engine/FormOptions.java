package org.throughcare.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;
import org.throughcare.sites.Sites;

/**
 * Fills in the options of a {@code site} field from the estate's configuration, so that sites are named in one place. A
 * start form gets no values from the engine, so this happens when it is deployed.
 */
@Component
class FormOptions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sites sites;

    FormOptions(Sites sites) {
        this.sites = sites;
    }

    String fillIn(String form) {
        try {
            JsonNode root = JSON.readTree(form);
            for (JsonNode component : root.findParents("key")) {
                if ("select".equals(component.path("type").asText())
                        && component.path("key").asText().matches("site|toSite")) {
                    ((ObjectNode) component).set("values", options());
                }
            }
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form is not readable JSON.", e);
        }
    }

    private ArrayNode options() {
        ArrayNode options = JSON.createArrayNode();
        sites.sites()
                .forEach(site -> options.addObject().put("value", site.id()).put("label", site.name()));
        return options;
    }
}
