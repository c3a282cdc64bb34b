package org.throughcare.messages;

import java.util.Optional;
import java.util.Set;

/** What messages have to know of people: where they are reached and what they may know of. */
interface Readers {

    /** Her address, if one is kept. */
    Optional<String> addressOf(String userId);

    /** Whether she may know of that case. */
    boolean mayRead(String userId, String caseNumber);

    /** Whether that case is restricted and does not exist for her. */
    boolean isHiddenFrom(String userId, String caseNumber);

    /** The site whose zone is hers: the first at which she works; empty when she works at none. */
    Optional<String> siteOf(String userId);

    /** The site where the woman of that case is. */
    Optional<String> siteOfCase(String caseNumber);

    /** The ids of the users in that group. */
    Set<String> membersOf(String group);
}
