package org.throughcare.journey.releaseday;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.forms.AgreedDateCheck;
import org.throughcare.forms.SubmittedFormCheck;
import org.throughcare.time.WorkingCalendar;

/** Rules over the dates of the day of release. */
@Configuration
class ReleaseDayChecks {

    /** A release that was put off lies ahead. */
    @Bean
    SubmittedFormCheck newReleaseDateLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("confirmSheLeft", "newReleaseDate", calendar);
    }

    /** The same when the supervisor finds out. */
    @Bean
    SubmittedFormCheck foundReleaseDateLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("findOutWhetherSheLeft", "newReleaseDate", calendar);
    }
}
