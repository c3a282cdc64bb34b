package org.throughcare.access;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * One request to the engine's interface, as a rule looks at it.
 *
 * @param person who asks
 * @param variables what stands for the names in the rule's path
 * @param body the JSON content, missing when there is none
 */
record EngineCall(
        SignedIn person, HttpServletRequest request, Map<String, String> variables, JsonNode body, TaskDoor tasks) {

    boolean taskIsHers() {
        return tasks.isHers(variables.get("task"), person);
    }

    boolean supervisesTask() {
        return tasks.isSupervisedBy(variables.get("task"), person);
    }

    boolean userInPathIsHerself() {
        return person.userId().equals(variables.get("user"));
    }

    boolean userInQueryIsHerself() {
        return person.userId().equals(request.getParameter("userId"));
    }

    /** The body names herself, or nobody, as the user. */
    boolean userInBodyIsHerselfOrNobody() {
        JsonNode userId = body.path("userId");
        return userId.isMissingNode() || userId.isNull() || userId.asText().equals(person.userId());
    }
}
