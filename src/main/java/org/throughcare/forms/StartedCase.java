package org.throughcare.forms;

import java.util.Map;

/**
 * The case that a started process belongs to.
 *
 * @param caseNumber becomes the business key
 * @param codes become process variables: ids, codes and dates, no fact about her
 */
public record StartedCase(String caseNumber, Map<String, Object> codes) {}
