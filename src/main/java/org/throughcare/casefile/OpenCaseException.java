package org.throughcare.casefile;

/** The prison number has an open case already. */
public class OpenCaseException extends RuntimeException {

    private final String caseNumber;

    /** @param caseNumber the case that is open */
    public OpenCaseException(String caseNumber) {
        super("This prison number has the open case " + caseNumber + ". Work on that case instead of opening another.");
        this.caseNumber = caseNumber;
    }

    /** The case that is open. */
    public String caseNumber() {
        return caseNumber;
    }
}
