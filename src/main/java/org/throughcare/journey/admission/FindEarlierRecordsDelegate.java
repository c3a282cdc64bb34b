package org.throughcare.journey.admission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;

/** Sets {@code earlierRecordsFound}: whether a person must look whether an earlier record is hers (domain rule 1). */
@Component("findEarlierRecordsDelegate")
@UsedInModels
class FindEarlierRecordsDelegate implements JavaDelegate {

    private final EarlierRecords earlierRecords;

    FindEarlierRecordsDelegate(EarlierRecords earlierRecords) {
        this.earlierRecords = earlierRecords;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "earlierRecordsFound", earlierRecords.exist((String) execution.getVariable("caseNumber")));
    }
}
