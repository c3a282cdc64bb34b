package org.throughcare.caseload;

import java.util.HashSet;
import java.util.Set;

/**
 * What one case manager carries now.
 *
 * @param custody case numbers of women in custody
 * @param community case numbers of women who were released
 * @param year case numbers of all women she worked with within the last 365 days, those of now among them
 * @param limits what she may carry
 */
public record Load(StaffMember member, Set<String> custody, Set<String> community, Set<String> year, Limits limits) {

    /** Women in custody now. */
    public int inCustody() {
        return custody.size();
    }

    /** Women in the community now. */
    public int inCommunity() {
        return community.size();
    }

    /** Women within the last 365 days. */
    public int inYear() {
        return year.size();
    }

    /** Whether any of the three limits is passed. */
    public boolean isOverLimit() {
        return inCustody() > limits.custodyMax()
                || inCommunity() > limits.communityMax()
                || inYear() > limits.yearMax();
    }

    /** Whether that case would keep her, or keeps her, within the limits. */
    boolean hasRoomFor(String caseNumber, boolean caseInCustody) {
        int place = caseInCustody ? without(custody, caseNumber) : without(community, caseNumber);
        int most = caseInCustody ? limits.custodyMax() : limits.communityMax();
        return place < most && without(year, caseNumber) < limits.yearMax();
    }

    /** As it would be with that case, too. */
    Load with(String caseNumber, boolean caseInCustody) {
        return new Load(
                member,
                caseInCustody ? and(custody, caseNumber) : custody,
                caseInCustody ? community : and(community, caseNumber),
                and(year, caseNumber),
                limits);
    }

    private static Set<String> and(Set<String> cases, String caseNumber) {
        Set<String> more = new HashSet<>(cases);
        more.add(caseNumber);
        return more;
    }

    /** Women now as a share of all places, so that part-time and full-time case managers compare. */
    double share() {
        return (inCustody() + inCommunity()) / (double) Math.max(1, limits.custodyMax() + limits.communityMax());
    }

    /** The load in words a supervisor reads, for example {@code 5 of 5 in custody, 9 of 15 in the community}. */
    String inWords() {
        return inCustody() + " of " + limits.custodyMax() + " in custody, " + inCommunity() + " of "
                + limits.communityMax() + " in the community, " + inYear() + " of " + limits.yearMax() + " in a year";
    }

    private static int without(Set<String> cases, String caseNumber) {
        return cases.size() - (cases.contains(caseNumber) ? 1 : 0);
    }
}
