package org.throughcare.referrals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;
import org.throughcare.words.Words;

/** What the forms of referrals and consents show beside facts. */
@Configuration
class ReferralForms {

    /** Recipients that are no provider; the community team is asked about by itself. */
    private static final List<String> OTHER_RECIPIENTS = List.of("probation", "gp", "family");

    private final Referrals referrals;
    private final Consents consents;
    private final TrustedProviders providers;
    private final Recipients recipients;
    private final SharedWithProvider shared;

    ReferralForms(
            Referrals referrals,
            Consents consents,
            TrustedProviders providers,
            Recipients recipients,
            SharedWithProvider shared) {
        this.referrals = referrals;
        this.consents = consents;
        this.providers = providers;
        this.recipients = recipients;
        this.shared = shared;
    }

    private record Source(String key, Function<FormContext, Object> read) implements FormValueSource {

        @Override
        public Object value(FormContext context) {
            return read.apply(context);
        }
    }

    /** Options: every trusted provider for the service of this referral, the proposed one first. */
    @Bean
    FormValueSource providersOfService() {
        return new Source("providers", context -> {
            Object proposed = context.codes().get("proposedProviderId");
            List<String> asked = referralOf(context).stream()
                    .flatMap(referral -> referrals.attempts(referral.id()).stream())
                    .map(Attempt::providerId)
                    .toList();
            return providers
                    .forService(
                            context.caseNumber(), String.valueOf(context.codes().get("service")))
                    .stream()
                    .sorted(Comparator.comparing(provider -> !provider.id().equals(proposed)))
                    .map(provider -> option(provider.id(), label(provider, asked.contains(provider.id()))))
                    .toList();
        });
    }

    private String label(Provider provider, boolean asked) {
        return provider.name()
                + (provider.womenOnly() ? ", women only" : "")
                + providers.full(provider).map(how -> " (" + how + ")").orElse("")
                + (asked ? " (asked before)" : "");
    }

    /** Options: whom she may be asked about, beside the community team. */
    @Bean
    FormValueSource consentRecipients() {
        return new Source("consentRecipients", context -> options(recipientsOf(context.caseNumber())));
    }

    /** Options: whom she may say something about, the community team first. */
    @Bean
    FormValueSource recipientsOfConsent() {
        return new Source("recipientsOfConsent", context -> {
            Map<String, String> names = new LinkedHashMap<>();
            names.put(Consents.COMMUNITY_TEAM, Words.of("recipient", Consents.COMMUNITY_TEAM));
            names.putAll(recipientsOf(context.caseNumber()));
            return options(names);
        });
    }

    private Map<String, String> recipientsOf(String caseNumber) {
        Map<String, String> names = new LinkedHashMap<>();
        OTHER_RECIPIENTS.forEach(recipient -> names.put(recipient, Words.of("recipient", recipient)));
        services(caseNumber).forEach(service -> providers
                .forService(caseNumber, service)
                .forEach(provider -> names.put(provider.id(), provider.name())));
        consents.of(caseNumber)
                .forEach(consent ->
                        names.putIfAbsent(consent.recipient(), recipients.nameOf(caseNumber, consent.recipient())));
        names.remove(Consents.COMMUNITY_TEAM);
        return names;
    }

    private static List<Map<String, String>> options(Map<String, String> names) {
        return names.entrySet().stream()
                .map(name -> option(name.getKey(), name.getValue()))
                .toList();
    }

    private Set<String> services(String caseNumber) {
        Set<String> services = new LinkedHashSet<>();
        referrals.of(caseNumber).stream()
                .filter(referral -> referral.closedAt() == null)
                .forEach(referral -> services.add(referral.service()));
        return services;
    }

    /** Rows: what she has agreed to and has not taken back. */
    @Bean
    FormValueSource consentsInForce() {
        return new Source("consentsInForce", context -> consents.inForceNow(context.caseNumber()).stream()
                .map(consent -> row(
                        "recipient", recipients.nameOf(context.caseNumber(), consent.recipient()),
                        "kind", ConsentKind.of(consent.kind()).label(),
                        "until",
                                consent.validUntilIfLimited()
                                        .map(LocalDate::toString)
                                        .orElse("no end agreed")))
                .toList());
    }

    /** Rows: planned and open referrals. */
    @Bean
    FormValueSource openReferrals() {
        return new Source("openReferrals", context -> referrals.of(context.caseNumber()).stream()
                .filter(referral -> referral.closedAt() == null || Referrals.GOES_ON.equals(referral.status()))
                .map(referral -> row(
                        "service", referral.serviceName(),
                        "provider", referral.providerName() == null ? "not chosen yet" : referral.providerName(),
                        "status", Words.of("referralStatus", referral.status())))
                .toList());
    }

    /** Rows: who was asked for this referral, and what they said. */
    @Bean
    FormValueSource providersAsked() {
        return new Source("providersAsked", context -> referralOf(context).stream()
                .flatMap(referral -> referrals.attempts(referral.id()).stream())
                .map(attempt -> row(
                        "provider",
                        attempt.providerName(),
                        "answer",
                        Words.spoken(attempt.answer()),
                        "why",
                        attempt.reason()))
                .toList());
    }

    /** Rows: what this provider may know, and nothing beside it. */
    @Bean
    FormValueSource rowsSharedWithProvider() {
        return new Source("sharedWithProvider", context -> referralOf(context).stream()
                .flatMap(referral -> rows(shared.of(referral)).stream())
                .toList());
    }

    private List<Map<String, String>> rows(SharedWithProvider.Shared shared) {
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(row("what", "Reference", "value", shared.referral().caseNumber()));
        shared.person().ifPresent(person -> {
            rows.add(row("what", "Name", "value", person.name()));
            rows.add(row("what", "Date of birth", "value", person.dateOfBirth().toString()));
            rows.add(row("what", "Language", "value", person.language()));
        });
        shared.reason().ifPresent(reason -> rows.add(row("what", "Why she is referred", "value", reason)));
        shared.releasePlan()
                .ifPresent(plan -> rows.add(row(
                        "what",
                        "Release date",
                        "value",
                        plan.releaseDate().map(LocalDate::toString).orElse("not known"))));
        return rows;
    }

    private List<Referral> referralOf(FormContext context) {
        return context.codes().get("referralId") instanceof Number id
                ? List.of(referrals.get(id.longValue()))
                : List.of();
    }

    private static Map<String, String> option(String value, String label) {
        return row("value", value, "label", label);
    }

    private static Map<String, String> row(String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return row;
    }
}
