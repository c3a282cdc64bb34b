package org.throughcare.journey.assessment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.forms.AgreedDateCheck;
import org.throughcare.forms.SubmittedFormCheck;
import org.throughcare.time.WorkingCalendar;

/** Next visits lie ahead. */
@Configuration(proxyBeanMethods = false)
class AgreedVisits {

    @Bean
    SubmittedFormCheck nextHomeVisitLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("assessHomeAndWork", Conversation.HOME_AND_WORK.nextVisit(), calendar);
    }

    @Bean
    SubmittedFormCheck nextHealthVisitLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("assessHealth", Conversation.HEALTH.nextVisit(), calendar);
    }

    @Bean
    SubmittedFormCheck nextDrugsVisitLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("assessDrugsAndAlcohol", Conversation.DRUGS_AND_ALCOHOL.nextVisit(), calendar);
    }

    @Bean
    SubmittedFormCheck nextFamilyVisitLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("assessFamilyAndSafety", Conversation.FAMILY_AND_SAFETY.nextVisit(), calendar);
    }

    @Bean
    SubmittedFormCheck nextHerselfVisitLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck(
                "assessHerselfAndStrengths", Conversation.HERSELF_AND_STRENGTHS.nextVisit(), calendar);
    }

    @Bean
    SubmittedFormCheck nextChoiceVisitLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("chooseLynchPinNeed", "nextChoiceVisit", calendar);
    }
}
