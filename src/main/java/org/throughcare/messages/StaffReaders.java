package org.throughcare.messages;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.CaseHead;
import org.throughcare.access.CaseRegister;
import org.throughcare.access.Identities;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffAccess;

/** The users of this application, with the rights that they have at this moment. */
@Component
class StaffReaders implements Readers {

    private final Identities identities;
    private final StaffAccess access;
    private final CaseAccess cases;
    private final CaseRegister register;

    StaffReaders(Identities identities, StaffAccess access, CaseAccess cases, CaseRegister register) {
        this.identities = identities;
        this.access = access;
        this.cases = cases;
        this.register = register;
    }

    @Override
    public Optional<String> addressOf(String userId) {
        return identities.addressOf(userId);
    }

    @Override
    public boolean mayRead(String userId, String caseNumber) {
        return register.find(caseNumber)
                .filter(head -> cases.view(new SignedIn(userId, identities.groupsOf(userId)), head)
                        .opens())
                .isPresent();
    }

    @Override
    public boolean isHiddenFrom(String userId, String caseNumber) {
        return cases.hides(userId, caseNumber);
    }

    @Override
    public Optional<String> siteOf(String userId) {
        return access.sitesOf(new SignedIn(userId, identities.groupsOf(userId))).stream()
                .findFirst();
    }

    @Override
    public Optional<String> siteOfCase(String caseNumber) {
        return register.find(caseNumber).map(CaseHead::site);
    }

    @Override
    public Set<String> membersOf(String group) {
        return identities.membersOf(group).keySet();
    }
}
