package org.throughcare.erasure;

/** Only a closed case is erased. */
class CaseStillOpenException extends RuntimeException {

    CaseStillOpenException(String caseNumber) {
        super("The case " + caseNumber + " is open. Close it before it is erased.");
    }
}
