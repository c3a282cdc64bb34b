package org.throughcare.casefile;

import java.util.Set;

/**
 * Facts of that scope of that case are known anew, or no more. Published in the transaction that writes them, for
 * projections.
 */
public record FactsRecorded(String caseNumber, String scope, Set<String> keys) {}
