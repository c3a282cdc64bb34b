package org.throughcare.journey.accessreview;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.access.BrokenGlass;
import org.throughcare.casefile.Journal;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** What the supervisor sees of the reading that she looks at: who, what, why. No woman is named. */
@Configuration(proxyBeanMethods = false)
class AccessReviewValues {

    private record Source(String key, Function<FormContext, Object> read) implements FormValueSource {

        @Override
        public Object value(FormContext context) {
            return context.codes().containsKey("readingKind") ? read.apply(context) : null;
        }
    }

    @Bean
    FormValueSource accessReader() {
        return new Source("accessReader", context -> context.codes().get("reader"));
    }

    @Bean
    FormValueSource accessWhat(BrokenGlass glass) {
        return new Source(
                "accessWhat",
                context -> AccessReviews.EMERGENCY.equals(context.codes().get("readingKind"))
                        ? "Opened case " + caseRead(glass, context).orElse("that is erased") + " in an emergency"
                        : "Read " + context.codes().get("casesRead") + " cases within an hour");
    }

    @Bean
    FormValueSource accessReason(Journal journal, BrokenGlass glass) {
        return new Source("accessReason", context -> caseRead(glass, context)
                .flatMap(caseNumber -> journal.of(caseNumber).stream()
                        .filter(entry -> context.codes().get(AccessReviews.EMERGENCY_ID) instanceof Number wanted
                                && entry.details().get("emergency") instanceof Number id
                                && id.longValue() == wanted.longValue())
                        .map(entry -> entry.details().get("reason"))
                        .findFirst())
                .orElse("No reason was asked for"));
    }

    private static Optional<String> caseRead(BrokenGlass glass, FormContext context) {
        return context.codes().get(AccessReviews.EMERGENCY_ID) instanceof Number emergency
                ? glass.caseOf(emergency.longValue())
                : Optional.empty();
    }
}
