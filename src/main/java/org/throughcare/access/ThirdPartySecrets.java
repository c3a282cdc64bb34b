package org.throughcare.access;

import org.springframework.stereotype.Component;

/**
 * What a woman is not given when she asks for everything that is held about her, since it is about others: who threatens
 * whom, where a refuge is, what somebody told in confidence, the names of staff. {@code access/kinds.csv} marks it in the
 * column {@code thirdParty}.
 */
@Component
public class ThirdPartySecrets {

    private final Kinds kinds = Kinds.load();

    /** Whether the fact with that key, a form field's key, is withheld from her. */
    public boolean withholdsFact(String key) {
        return kinds.isAboutOthers(Kinds.What.FACT, key);
    }

    /** Whether what a line of the journal of that kind says is withheld from her. */
    public boolean withholdsEntry(String kindOfEntry) {
        return kinds.isAboutOthers(Kinds.What.ENTRY, kindOfEntry);
    }
}
