package org.throughcare.journey.panel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.forms.AgreedDateCheck;
import org.throughcare.forms.SubmittedFormCheck;
import org.throughcare.time.WorkingCalendar;

/** Next visits and meetings lie ahead. */
@Configuration(proxyBeanMethods = false)
class PanelDates {

    @Bean
    SubmittedFormCheck nextVisitLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("hearHerAccount", "nextVisitDate", calendar);
    }

    @Bean
    SubmittedFormCheck nextMeetingLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("holdIntakePanel", "nextMeetingDate", calendar);
    }
}
