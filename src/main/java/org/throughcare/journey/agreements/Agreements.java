package org.throughcare.journey.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.throughcare.access.OneAtATime;
import org.throughcare.access.ProviderDirectory;
import org.throughcare.engine.AsApplication;
import org.throughcare.time.WorkingCalendar;

/**
 * Watches the agreements with trusted providers: sixty days before one ends, a manager gets the task to renew it (000:
 * providers with signed agreements). One that has lapsed already counts too. About each end somebody is told once, however
 * many nodes look.
 */
@Component
class Agreements {

    static final String PROCESS = "agreementRenewal";
    private static final int DAYS_BEFORE = 60;

    private final ProviderDirectory directory;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final OneAtATime oneAtATime;
    private final ObjectProvider<RuntimeService> runtime;
    private final AsApplication asApplication;

    Agreements(
            ProviderDirectory directory,
            WorkingCalendar calendar,
            JdbcClient jdbc,
            Clock clock,
            OneAtATime oneAtATime,
            ObjectProvider<RuntimeService> runtime,
            AsApplication asApplication) {
        this.directory = directory;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.clock = clock;
        this.oneAtATime = oneAtATime;
        this.runtime = runtime;
        this.asApplication = asApplication;
    }

    /** Begins the renewal of each agreement whose end has come near. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
    void look() {
        LocalDate near = calendar.today(calendar.anySite()).plusDays(DAYS_BEFORE);
        oneAtATime.run(() -> directory.agreements().forEach((provider, end) -> {
            if (!end.isAfter(near) && isNew(provider, end)) {
                begin(provider, end);
            }
        }));
    }

    private boolean isNew(String provider, LocalDate end) {
        return jdbc.sql("select count(*) from agreement_end where provider_id = ? and agreed_until = ?")
                        .params(provider, end)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void begin(String provider, LocalDate end) {
        jdbc.sql("insert into agreement_end (provider_id, agreed_until, told_at) values (?, ?, ?)")
                .params(provider, end, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        asApplication.run(() -> runtime.getObject()
                .startProcessInstanceByKey(PROCESS, Map.of("agreementWith", provider, "agreedUntil", end.toString())));
    }
}
