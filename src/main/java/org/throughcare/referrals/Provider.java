package org.throughcare.referrals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A trusted provider as the directory knows it.
 *
 * @param id the stem of its group, {@code provider.<id>}
 * @param contact where a referral goes
 * @param agreedUntil last day of its agreement (MOU)
 * @param womenOnly whether it serves women only
 * @param capacity how many open referrals it takes at a time; empty when that is not known or has no limit
 */
public record Provider(
        String id, String name, String contact, LocalDate agreedUntil, boolean womenOnly, OptionalInt capacity) {

    /** Its mail address, where its contact is one. */
    public Optional<String> mailAddress() {
        return Optional.ofNullable(contact).filter(where -> where.contains("@"));
    }
}
