package org.throughcare.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** For whom work on a case is open. */
public interface CaseWork {

    /**
     * The people of open tasks.
     *
     * @param users assignees and candidates
     * @param groups candidate groups
     */
    record People(Set<String> users, Set<String> groups) {

        /** Nobody. */
        public static final People NOBODY = new People(Set.of(), Set.of());
    }

    /** The people of each case's open tasks; cases without open tasks may be missing. */
    Map<String, People> openFor(Collection<String> caseNumbers);

    /** How many steps of that case failed and wait for an administrator. */
    int failedSteps(String caseNumber);
}
