package org.throughcare.forms;

import java.util.Map;

/**
 * Where a form is opened or submitted.
 *
 * @param caseNumber empty for work that belongs to no case, such as supervision
 * @param site empty when the work belongs to none
 * @param subject the scope of facts, empty for the case itself
 * @param codes the process variables that the task sees
 */
public record FormContext(String caseNumber, String site, String subject, Map<String, Object> codes) {

    /** Whether the work belongs to a case. */
    public boolean hasCase() {
        return !caseNumber.isEmpty();
    }
}
