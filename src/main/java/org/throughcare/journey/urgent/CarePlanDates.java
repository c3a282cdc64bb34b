package org.throughcare.journey.urgent;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.forms.AgreedDateCheck;
import org.throughcare.forms.SubmittedFormCheck;
import org.throughcare.time.WorkingCalendar;

/** The next review of a care plan lies ahead, whichever form sets it. */
@Configuration(proxyBeanMethods = false)
class CarePlanDates {

    private static final String REVIEW = "carePlanReviewOn";

    @Bean
    SubmittedFormCheck reviewAfterResponse(WorkingCalendar calendar) {
        return new AgreedDateCheck("respondToConcern", REVIEW, calendar);
    }

    @Bean
    SubmittedFormCheck reviewAfterFamilyTalk(WorkingCalendar calendar) {
        return new AgreedDateCheck("talkAboutFamily", REVIEW, calendar);
    }

    @Bean
    SubmittedFormCheck reviewAfterFirstReview(WorkingCalendar calendar) {
        return new AgreedDateCheck("holdFirstReview", REVIEW, calendar);
    }

    @Bean
    SubmittedFormCheck reviewAfterReview(WorkingCalendar calendar) {
        return new AgreedDateCheck("reviewCarePlan", REVIEW, calendar);
    }
}
