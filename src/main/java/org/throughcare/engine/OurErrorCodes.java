package org.throughcare.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.impl.errorcode.ExceptionCodeProvider;
import org.throughcare.access.EngineErrorCodes;

/** Lets the engine's interface tell what two made at the same moment from a mistake. */
class OurErrorCodes implements ExceptionCodeProvider {

    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public Integer provideCode(SQLException failure) {
        return UNIQUE_VIOLATION.equals(failure.getSQLState()) ? EngineErrorCodes.MADE_TWICE : null;
    }
}
