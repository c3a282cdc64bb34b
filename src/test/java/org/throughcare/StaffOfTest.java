package org.throughcare;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.throughcare.caseload.StaffMember;
import org.throughcare.caseload.StaffMembers;

/** Case managers of one test, who are the only ones at work while it runs. */
public class StaffOfTest {

    private final StaffMembers staffMembers;
    private final List<StaffMember> sentHome;
    private final List<StaffMember> hired = new ArrayList<>();
    private final String test = UUID.randomUUID().toString().substring(0, 8);

    private StaffOfTest(StaffMembers staffMembers, List<StaffMember> sentHome) {
        this.staffMembers = staffMembers;
        this.sentHome = sentHome;
    }

    /** Sends everybody else home until {@link #leave()}. */
    public static StaffOfTest alone(StaffMembers staffMembers) {
        List<StaffMember> others = staffMembers.active(StaffMember.CASE_MANAGER);
        others.forEach(other -> staffMembers.save(active(other, false)));
        return new StaffOfTest(staffMembers, others);
    }

    /** A woman who works full time as a case manager at the site north; returns her user id. */
    public String caseManager(String name) {
        return caseManager(name, UnaryOperator.identity());
    }

    /** The same, changed; returns the user id. */
    public String caseManager(String name, UnaryOperator<StaffMember> change) {
        StaffMember member = change.apply(
                new StaffMember(name + "." + test, StaffMember.CASE_MANAGER, "north", name, true, "full", true));
        staffMembers.save(member);
        hired.add(member);
        return member.userId();
    }

    /** Everybody of this test leaves, everybody else is back. */
    public void leave() {
        hired.forEach(member -> staffMembers.save(active(member, false)));
        sentHome.forEach(staffMembers::save);
    }

    private static StaffMember active(StaffMember member, boolean active) {
        return new StaffMember(
                member.userId(),
                member.role(),
                member.site(),
                member.displayName(),
                member.woman(),
                member.workingPattern(),
                active);
    }
}
