package org.throughcare.journey.agreements;

import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.access.ProviderDirectory;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

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

    @Bean
    FormValueSource agreementNewEnd() {
        return new Source("agreementNewEnd", context -> context.codes().get("agreementRenewedUntil"));
    }
}
