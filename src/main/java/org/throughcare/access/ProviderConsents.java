package org.throughcare.access;

import java.util.Set;

/** What a woman agreed to share with trusted providers. */
public interface ProviderConsents {

    /**
     * What that provider may know now: nothing unless a referral to it is under way and she consented.
     *
     * @param providerId as in its group {@code provider.<providerId>}
     */
    Set<InformationKind> open(String caseNumber, String providerId);
}
