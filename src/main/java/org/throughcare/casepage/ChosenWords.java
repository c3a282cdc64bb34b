package org.throughcare.casepage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.throughcare.access.ProviderDirectory;
import org.throughcare.words.Words;

/** Words for codes that were chosen from a list of the moment: providers, members of staff, needs. */
@Component
class ChosenWords {

    private static final String ALL = "";

    private final Map<String, UnaryOperator<String>> lists;

    ChosenWords(ProviderDirectory directory, StaffNames names) {
        LoadingCache<String, Map<String, String>> providers =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(all -> directory.providers());
        UnaryOperator<String> provider = code -> providers.get(ALL).getOrDefault(code, Words.of("recipient", code));
        lists = Map.of(
                "providers", provider,
                "recipientsOfConsent", provider,
                "consentRecipients", provider,
                "caseManagers", names::of,
                "lynchPinChoices", code -> Words.of("pathway", code));
    }

    /** What the code means on that list of a form; the code itself on a list that this does not know. */
    String of(String list, String code) {
        return lists.getOrDefault(list, UnaryOperator.identity()).apply(code);
    }
}
