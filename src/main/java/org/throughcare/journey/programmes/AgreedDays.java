package org.throughcare.journey.programmes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.forms.AgreedDateCheck;
import org.throughcare.forms.SubmittedFormCheck;
import org.throughcare.time.WorkingCalendar;

/** Days agreed with her in a step lie ahead. */
@Configuration(proxyBeanMethods = false)
class AgreedDays {

    @Bean
    SubmittedFormCheck startLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("offerStep", "startDate", calendar);
    }

    @Bean
    SubmittedFormCheck nextOfferLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("offerStep", "offerAgainOn", calendar);
    }

    @Bean
    SubmittedFormCheck newStartLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("beginStep", "newStartDate", calendar);
    }

    @Bean
    SubmittedFormCheck nextLookLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("resumeStep", "lookAgainOn", calendar);
    }

    @Bean
    SubmittedFormCheck familyVisitLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("arrangeFamilyVisit", "visitDate", calendar);
    }

    @Bean
    SubmittedFormCheck nextAttemptLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("arrangeFamilyVisit", "askAgainOn", calendar);
    }
}
