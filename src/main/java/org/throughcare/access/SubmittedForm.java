package org.throughcare.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The outer shape of a submitted form. The engine fails on shapes that it does not expect, and makes files and objects of
 * types that no form has; what the answers say is looked at behind the gate.
 */
final class SubmittedForm {

    static final String HOW =
            "A form is submitted as {\"variables\": {\"<field>\": {\"value\": …, \"type\": …}}}. The type may be left out;"
                    + " it is String, Boolean, Integer, Long, Double, Json or Null.";

    private static final Set<String> TYPES =
            Set.of("string", "boolean", "integer", "short", "long", "double", "number", "json", "null");

    private SubmittedForm() {}

    static boolean isReadable(JsonNode body) {
        if (body.isMissingNode() || !body.isObject()) {
            return body.isMissingNode();
        }
        JsonNode variables = body.path("variables");
        boolean named = body.path("businessKey").isValueNode()
                || body.path("businessKey").isMissingNode();
        return named
                && (variables.isMissingNode()
                        || variables.isNull()
                        || variables.isObject()
                                && StreamSupport.stream(variables.spliterator(), false)
                                        .allMatch(SubmittedForm::isVariable));
    }

    private static boolean isVariable(JsonNode variable) {
        JsonNode type = variable.path("type");
        JsonNode info = variable.path("valueInfo");
        return variable.isObject()
                && (info.isMissingNode() || info.isNull() || info.isObject())
                && (type.isMissingNode() || type.isNull() || fits(type.asText().toLowerCase(), variable.path("value")));
    }

    private static boolean fits(String type, JsonNode value) {
        boolean nothing = value.isNull() || value.isMissingNode();
        return TYPES.contains(type)
                && (nothing
                        || switch (type) {
                            case "string", "json" -> value.isTextual();
                            case "boolean" -> value.isBoolean();
                            case "null" -> false;
                            case "double", "number" -> value.isNumber();
                            default -> value.isIntegralNumber() && value.canConvertToLong();
                        });
    }
}
