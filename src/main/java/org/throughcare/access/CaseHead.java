package org.throughcare.access;

import java.util.Optional;

/**
 * What {@link CaseAccess} has to know of a case.
 *
 * @param site the site where the woman is now
 * @param caseManager user id of who owns the case
 */
public record CaseHead(String caseNumber, String site, Optional<String> caseManager) {}
