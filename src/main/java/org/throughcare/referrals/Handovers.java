package org.throughcare.referrals;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.JournalEntry;

/** How far the handover of each case to the community team is, as its journal tells (004; domain rule 10). */
@Component
@Transactional
public class Handovers {

    private static final String SENT = "handoverSent";
    private static final String RECEIVED = "handoverReceived";
    private static final String ACCEPTED = "handoverAccepted";
    private static final String DECLINED = "handoverDeclined";
    private static final String STOPPED = "handoverStopped";
    private static final Collection<String> STATES = List.of(SENT, RECEIVED, ACCEPTED, DECLINED, STOPPED);
    private static final Map<String, ?> RECIPIENT = Map.of("recipient", Consents.COMMUNITY_TEAM);

    private final Journal journal;

    Handovers(Journal journal) {
        this.journal = journal;
    }

    /** It went out. */
    public void sent(String caseNumber) {
        journal.write(caseNumber, SENT, "The handover went to the community team.", RECIPIENT);
    }

    /** Nothing went out. */
    public void notSent(String caseNumber, String why) {
        journal.write(caseNumber, "handoverNotSent", why, RECIPIENT);
    }

    /** Somebody in the community team has opened it; once it is answered, opening it again says nothing new. */
    public void received(String caseNumber) {
        if (state(caseNumber).filter(SENT::equals).isPresent()) {
            journal.write(caseNumber, RECEIVED, "The community team has opened the handover.", RECIPIENT);
        }
    }

    /** Somebody takes her over by name. */
    public void accepted(String caseNumber, String name) {
        journal.write(caseNumber, ACCEPTED, name + " has taken her over.", Map.of("acceptedBy", name));
    }

    /** The community team does not take her over as asked. */
    public void declined(String caseNumber, String reason) {
        journal.write(caseNumber, DECLINED, "The community team does not take her over: " + reason, RECIPIENT);
    }

    /**
     * She withdrew her consent.
     *
     * @return whether the community team has it, and is asked to stop now
     */
    public boolean stop(String caseNumber) {
        boolean out = isOut(caseNumber);
        journal.write(
                caseNumber,
                STOPPED,
                out
                        ? "She withdrew her consent after the handover had gone out. The community team is asked to stop."
                        : "She withdrew her consent before the handover went out.",
                Map.of("sent", out));
        return out;
    }

    /** Whether the community team has it, whatever it answered, and was not asked to stop using it. */
    public boolean isOut(String caseNumber) {
        return state(caseNumber).filter(state -> !STOPPED.equals(state)).isPresent();
    }

    /** Whether the community team has it and has not answered. */
    public boolean awaitsAnswer(String caseNumber) {
        return state(caseNumber).filter(List.of(SENT, RECEIVED)::contains).isPresent();
    }

    private Optional<String> state(String caseNumber) {
        return journal.of(caseNumber, STATES).stream().map(JournalEntry::kind).reduce((before, last) -> last);
    }
}
