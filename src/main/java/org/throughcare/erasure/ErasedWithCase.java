package org.throughcare.erasure;

import org.throughcare.casefile.CaseFile;

/**
 * Something outside the tables with a column {@code case_number} that goes with a case, or a proof that is made of it.
 * Runs in the transaction of the erasure, while the case is still there.
 */
public interface ErasedWithCase {

    /** What it is, for the proof: a name of a table or of another system. */
    String what();

    /**
     * Removes it.
     *
     * @param file the closed case
     * @return how many rows or things were removed
     */
    int erase(CaseFile file);
}
