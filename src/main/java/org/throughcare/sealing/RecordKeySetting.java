package org.throughcare.sealing;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Refuses to start without a key for the record, before the database is touched. */
public class RecordKeySetting implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        KeyRing.of(event.getEnvironment().getProperty(KeyRing.PROPERTY));
    }
}
