package org.throughcare.caseload;

import java.util.LinkedHashMap;
import java.util.Map;

/** A load as a row of a form's table. */
final class LoadRows {

    private LoadRows() {}

    static Map<String, Object> row(Load load) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", load.member().displayName());
        row.put("inCustody", load.inCustody() + " of " + load.limits().custodyMax());
        row.put("inCommunity", load.inCommunity() + " of " + load.limits().communityMax());
        row.put("thisYear", load.inYear() + " of " + load.limits().yearMax());
        row.put("pattern", "part".equals(load.member().workingPattern()) ? "Part time" : "Full time");
        return row;
    }
}
