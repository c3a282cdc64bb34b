package org.throughcare.erasure;

import java.time.Instant;
import java.util.Map;

/**
 * That a case was erased.
 *
 * @param ground a code of {@link Ground}
 * @param reference file number of the order; null when time was the ground
 * @param rowsRemoved how many rows in all
 * @param removedFrom how many from where
 */
record ErasureProof(
        String ground,
        String reference,
        String erasedBy,
        Instant erasedAt,
        int rowsRemoved,
        Map<String, Integer> removedFrom) {}
