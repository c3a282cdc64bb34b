package org.throughcare.casefile;

/** There is no case with that number, or the reader may not know of it: both answer alike. */
public class NoSuchCaseException extends RuntimeException {

    /** @param caseNumber the number that was asked for */
    public NoSuchCaseException(String caseNumber) {
        super("There is no case " + caseNumber + " that you may open. Check the number.");
    }
}
