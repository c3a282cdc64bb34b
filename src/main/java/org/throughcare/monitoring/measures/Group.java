package org.throughcare.monitoring.measures;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which part of the managers' pages a measure belongs to. */
public enum Group {
    /** What is running now. */
    OVERVIEW,
    /** How long things take and where they wait. */
    FLOW,
    /** What came of it; small groups are hidden. */
    OUTCOMES,
    /** Supervision of case managers, and the work ahead. */
    SUPERVISION;

    /** As it stands in addresses and answers. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
