package org.throughcare.caseload;

import java.util.Optional;

/**
 * A case went to a case manager. Published in the transaction that changes the record.
 *
 * @param site where the case is
 * @param from who owned it before, empty when nobody did
 * @param to who owns it now
 */
public record CaseManagerChanged(String caseNumber, String site, Optional<String> from, String to) {}
