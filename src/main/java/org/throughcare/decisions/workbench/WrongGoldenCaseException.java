package org.throughcare.decisions.workbench;

/** Golden cases that cannot be taken; the message names the line and the column. Nothing was kept. */
class WrongGoldenCaseException extends RuntimeException {

    WrongGoldenCaseException(String message) {
        super(message);
    }
}
