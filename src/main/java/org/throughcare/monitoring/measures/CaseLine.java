package org.throughcare.monitoring.measures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * A case in the list behind a number: codes and dates, never who she is.
 *
 * @param releaseDate planned, or the day on which she was released; null when it is not known
 * @param caseManager null when nobody is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CaseLine(
        String caseNumber,
        Answer.Code site,
        Answer.Code phase,
        Answer.Code track,
        LocalDate releaseDate,
        Person caseManager,
        int overdueTasks,
        int openFlags,
        Ready ready) {

    /** A member of staff. */
    record Person(String userId, String name) {}

    /** What is ready for her release; null where nothing was said yet. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Ready(
            Boolean plan, Boolean papers, Boolean housing, Boolean consent, Boolean handover, Boolean appointment) {}
}
