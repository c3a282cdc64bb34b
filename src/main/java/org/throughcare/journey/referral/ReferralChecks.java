package org.throughcare.journey.referral;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.forms.AgreedDateCheck;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.forms.SubmittedFormCheck;
import org.throughcare.time.WorkingCalendar;

/** Rules over several answers of the forms of a referral. */
@Configuration
class ReferralChecks {

    /** Whoever takes another provider than the proposed one says why (domain rule 10). */
    @Bean
    SubmittedFormCheck anotherProviderNeedsAReason() {
        return new SubmittedFormCheck() {
            @Override
            public String form() {
                return "confirmProvider";
            }

            @Override
            public void check(FormContext context, Map<String, Object> answers) {
                Object chosen = answers.get("providerId");
                boolean another =
                        chosen != null && !chosen.equals(context.codes().get("proposedProviderId"));
                if (another && answers.get("providerChangeReason") == null) {
                    throw new RefusedAnswerException(
                            "providerChangeReason", "Say why another provider than the proposed one.");
                }
            }
        };
    }

    /** Nobody books an appointment for a day that has passed. */
    @Bean
    SubmittedFormCheck appointmentLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("bookFirstAppointment", "appointmentDate", calendar);
    }

    /** A consent that has ended on the day on which it is given is none. */
    @Bean
    SubmittedFormCheck referralConsentLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("askReferralConsent", "referralConsentUntil", calendar);
    }

    /** The same for the handover. */
    @Bean
    SubmittedFormCheck handoverConsentLiesAhead(WorkingCalendar calendar) {
        return new AgreedDateCheck("askHandoverConsent", "handoverConsentUntil", calendar);
    }
}
