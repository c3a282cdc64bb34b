package org.throughcare.casepage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughcare.access.CurrentStaff;
import org.throughcare.access.Identities;
import org.throughcare.words.Words;

/** What people call the members of staff who wrote something. */
@Component
class StaffNames {

    private final LoadingCache<String, String> names;

    StaffNames(Identities identities) {
        names = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build(userId -> identities.namesOf(List.of(userId)).getOrDefault(userId, userId));
    }

    /** Her name; the id of a user who is no longer there. */
    String of(String userId) {
        return CurrentStaff.APPLICATION.equals(userId) ? Words.of("staff", userId) : names.get(userId);
    }
}
