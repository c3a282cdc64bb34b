package org.throughcare.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CalendarSecrets;
import org.throughcare.access.Identities;
import org.throughcare.casefile.Journal;
import org.throughcare.time.WorkingCalendar;

/**
 * The secret addresses of calendars, one a person. A secret is 256 random bits; it is told once and kept as a hash, so
 * that neither the database nor a backup opens a calendar.
 */
@Component
@Transactional
class Addresses implements CalendarSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration SAME_READING = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Identities identities;
    private final Journal journal;
    private final WorkingCalendar calendar;
    private final CalendarSettings settings;
    private final Clock clock;

    Addresses(
            JdbcClient jdbc,
            Identities identities,
            Journal journal,
            WorkingCalendar calendar,
            CalendarSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.journal = journal;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is known of a person's address; the address itself is not.
     *
     * @param endsOn the last day on which it opens
     * @param lastReadAt when it was last read, to the hour; empty when it never was
     */
    record Address(Instant madeAt, LocalDate endsOn, Optional<Instant> lastReadAt) {}

    /** That person's address, if she has one. */
    @Transactional(readOnly = true)
    public Optional<Address> of(String userId) {
        return jdbc.sql("select * from calendar_address where user_id = ?")
                .param(userId)
                .query((row, number) -> new Address(
                        row.getTimestamp("made_at").toInstant(),
                        row.getObject("ends_on", LocalDate.class),
                        Optional.ofNullable(row.getTimestamp("last_read_at")).map(Timestamp::toInstant)))
                .optional();
    }

    /** Makes her an address; the one that she had opens nothing any more. Returns the secret, which is not kept. */
    public String make(String userId) {
        forget(userId);
        byte[] random = new byte[SECRET_BITS / 8];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql("insert into calendar_address (user_id, secret_hash, made_at, ends_on) values (?, ?, ?, ?)")
                .params(userId, hash(secret), moment(clock.instant()), today().plus(settings.addressLasts()))
                .update();
        journal.write(null, "calendarAddressMade", "Calendar address made.", Map.of("user", userId));
        return secret;
    }

    /** Her address opens nothing any more. */
    public void revoke(String userId) {
        if (forget(userId)) {
            journal.write(null, "calendarAddressRevoked", "Calendar address revoked.", Map.of("user", userId));
        }
    }

    /** A user who was removed, or whose address has ended, has no calendar. */
    @Override
    public Optional<String> ownerOf(String secret) {
        Optional<String> owner = jdbc.sql("select user_id from calendar_address where secret_hash = ? and ends_on >= ?")
                .params(hash(secret), today())
                .query(String.class)
                .optional()
                .filter(identities::exists);
        owner.ifPresent(this::noteReading);
        return owner;
    }

    private void noteReading(String userId) {
        jdbc.sql(
                        """
                update calendar_address set last_read_at = ?
                where user_id = ? and (last_read_at is null or last_read_at < ?)""")
                .params(moment(clock.instant()), userId, moment(clock.instant().minus(SAME_READING)))
                .update();
    }

    private boolean forget(String userId) {
        return jdbc.sql("delete from calendar_address where user_id = ?")
                        .param(userId)
                        .update()
                > 0;
    }

    private LocalDate today() {
        return calendar.today(calendar.anySite());
    }

    private static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
