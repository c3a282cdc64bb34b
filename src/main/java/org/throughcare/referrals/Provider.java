package org.throughcare.referrals;

import java.time.LocalDate;

/**
 * A trusted provider as the directory knows it.
 *
 * @param id the stem of its group, {@code provider.<id>}
 * @param contact where a referral goes
 * @param agreedUntil last day of its agreement (MOU)
 * @param womenOnly whether it serves women only
 */
public record Provider(String id, String name, String contact, LocalDate agreedUntil, boolean womenOnly) {}
