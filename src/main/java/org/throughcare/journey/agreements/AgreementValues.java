package org.throughcare.journey.agreements;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.access.ProviderDirectory;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.forms.SubmittedFormCheck;
import org.throughcare.time.WorkingCalendar;

/** What manager and analyst see of the agreement. */
@Configuration(proxyBeanMethods = false)
class AgreementValues {

    private record Source(String key, Function<FormContext, Object> read) implements FormValueSource {

        @Override
        public Object value(FormContext context) {
            return context.codes().containsKey("agreementWith") ? read.apply(context) : null;
        }
    }

    @Bean
    FormValueSource agreementProvider(ProviderDirectory directory) {
        return new Source("agreementProvider", context -> {
            String provider = String.valueOf(context.codes().get("agreementWith"));
            return directory.providers().getOrDefault(provider, provider);
        });
    }

    @Bean
    FormValueSource agreementEnds() {
        return new Source("agreementEnds", context -> context.codes().get("agreedUntil"));
    }

    private record LaterThanNow(WorkingCalendar calendar) implements SubmittedFormCheck {

        @Override
        public String form() {
            return "renewAgreement";
        }

        @Override
        public void check(FormContext context, Map<String, Object> answers) {
            Object until = answers.get("agreementRenewedUntil");
            LocalDate today = calendar.today(calendar.anySite());
            if (until != null && !LocalDate.parse(until.toString()).isAfter(today)) {
                throw new RefusedAnswerException(
                        "agreementRenewedUntil", "is over already. Give the last day of the new agreement.");
            }
        }
    }

    @Bean
    SubmittedFormCheck renewedUntilALaterDay(WorkingCalendar calendar) {
        return new LaterThanNow(calendar);
    }

    @Bean
    FormValueSource agreementNewEnd() {
        return new Source("agreementNewEnd", context -> context.codes().get("agreementRenewedUntil"));
    }
}
