package org.throughcare.access;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every trusted provider in the table has a group with its rights, also one that an analyst adds later. */
@Component
class ProviderGroups {

    private final ProviderDirectory directory;
    private final Identities identities;
    private final StaffRights rights;
    private final OneAtATime oneAtATime;
    private final Set<String> done = new LinkedHashSet<>();

    ProviderGroups(ProviderDirectory directory, Identities identities, StaffRights rights, OneAtATime oneAtATime) {
        this.directory = directory;
        this.identities = identities;
        this.rights = rights;
        this.oneAtATime = oneAtATime;
    }

    /** Adds the groups that are missing. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    synchronized void ensure() {
        oneAtATime.run(this::addMissing);
    }

    private void addMissing() {
        for (Map.Entry<String, String> provider : directory.providers().entrySet()) {
            String group = StaffGroups.ofProvider(provider.getKey());
            if (done.add(group)) {
                identities.ensureGroup(group, provider.getValue());
                rights.giveToProvider(group);
            }
        }
    }
}
