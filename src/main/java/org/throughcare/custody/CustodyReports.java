package org.throughcare.custody;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.HeldRecords;

/** What the prison reported about her. */
@Component
class CustodyReports implements HeldRecords {

    private final CustodyEvents events;

    CustodyReports(CustodyEvents events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "custodyEvents";
    }

    @Override
    public String title() {
        return "What the prison reported";
    }

    @Override
    public List<Held> of(String caseNumber) {
        return events.of(caseNumber);
    }

    static Map<String, Object> values(Object type, Object occurredAt, Object outcome) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("Report", type);
        values.put("Happened at", occurredAt);
        values.put("Outcome", outcome);
        return values;
    }
}
