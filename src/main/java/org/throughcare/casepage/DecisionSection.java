package org.throughcare.casepage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.JournalEntry;

/** The newest decision of each table with its reasons; earlier ones are in the timeline. */
@Component
class DecisionSection implements CaseSection {

    private final Journal journal;

    DecisionSection(Journal journal) {
        this.journal = journal;
    }

    /**
     * A decision.
     *
     * @param version the table's version that decided
     * @param inputs what it looked at, by input name
     * @param rules the rules that fired, each with its annotation and outputs
     */
    record Decision(String decision, Object version, Instant at, Object inputs, Object rules) {

        static Decision of(JournalEntry entry) {
            Map<String, Object> details = entry.details();
            return new Decision(
                    String.valueOf(details.get("decision")),
                    details.get("version"),
                    entry.at(),
                    details.get("inputs"),
                    details.get("rules"));
        }
    }

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public boolean isFor(CaseReader reader) {
        return reader.isStaff();
    }

    @Override
    public Object read(CaseReader reader) {
        Map<String, Decision> newest = new LinkedHashMap<>();
        journal.of(reader.caseNumber(), List.of("decided")).stream()
                .filter(entry -> SharingSections.showsServiceOf(reader, entry.details()))
                .map(Decision::of)
                .forEach(decision -> newest.put(decision.decision(), decision));
        return Listed.of(
                List.copyOf(newest.values()),
                decision -> reader.view().showsDecision(decision.decision()),
                decision -> decision);
    }
}
