package org.throughcare.referrals;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Facts;
import org.throughcare.decisions.Decided;
import org.throughcare.decisions.Decisions;
import org.throughcare.time.WorkingCalendar;

/**
 * Trusted providers with an agreement in force, from the table {@code trustedProviders} (000: a network of trusted
 * service providers with signed agreements). A lapsed agreement is never offered. The table's order is the order of
 * preference; where she has met violence, services for women only come first. Who has as many open referrals as it takes
 * at a time is proposed last; staff may choose it all the same.
 */
@Component
public class TrustedProviders {

    private static final String TABLE = "trustedProviders";

    private final Decisions decisions;
    private final CaseFiles cases;
    private final Facts facts;
    private final Referrals referrals;
    private final WorkingCalendar calendar;

    TrustedProviders(Decisions decisions, CaseFiles cases, Facts facts, Referrals referrals, WorkingCalendar calendar) {
        this.decisions = decisions;
        this.cases = cases;
        this.facts = facts;
        this.referrals = referrals;
        this.calendar = calendar;
    }

    /** Every provider for that service that may be asked for her today, best first. */
    public List<Provider> forService(String caseNumber, String service) {
        return usable(caseNumber, ask(caseNumber, service));
    }

    /**
     * Where that provider of a service is reached, also when its agreement has ended since: who has had something is
     * still asked to stop.
     */
    public Optional<String> mailAddressOf(String caseNumber, String service, String providerId) {
        return ask(caseNumber, service).rows().stream()
                .map(TrustedProviders::provider)
                .filter(provider -> provider.id().equals(providerId))
                .findFirst()
                .flatMap(Provider::mailAddress);
    }

    private Decided ask(String caseNumber, String service) {
        CaseFile file = cases.get(caseNumber);
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("service", service);
        inputs.put("district", file.homeDistrict());
        inputs.put("language", file.language());
        return decisions.ask(TABLE, inputs);
    }

    /** That the provider takes no more now, as in "full: 6 of 6"; empty while it has room. */
    public Optional<String> full(Provider provider) {
        if (provider.capacity().isEmpty()) {
            return Optional.empty();
        }
        int capacity = provider.capacity().getAsInt();
        int open = referrals.openWith(provider.id());
        return open < capacity ? Optional.empty() : Optional.of("full: " + open + " of " + capacity);
    }

    /**
     * The provider to ask next, with the reason; the decision is kept with the case.
     *
     * @param asked ids of providers that were asked already
     */
    public Optional<Proposal> next(String caseNumber, String service, Collection<String> asked) {
        Decided decided = decisions.decide(TABLE, caseNumber, Map.of("service", service));
        Set<String> known = Set.copyOf(asked);
        Map<Provider, String> full = new LinkedHashMap<>();
        List<Provider> left = usable(caseNumber, decided).stream()
                .filter(provider -> !known.contains(provider.id()))
                .toList();
        left.forEach(provider -> full(provider).ifPresent(how -> full.put(provider, how)));
        return left.stream()
                .min(Comparator.comparing(full::containsKey))
                .map(provider -> new Proposal(provider, reason(caseNumber, provider, !known.isEmpty(), full)));
    }

    private List<Provider> usable(String caseNumber, Decided decided) {
        LocalDate today = calendar.today(cases.get(caseNumber).site());
        Map<String, Provider> usable = new LinkedHashMap<>();
        decided.rows().stream()
                .map(TrustedProviders::provider)
                .filter(provider -> !today.isAfter(provider.agreedUntil()))
                .forEach(provider -> usable.putIfAbsent(provider.id(), provider));
        Comparator<Provider> womenOnlyFirst = Comparator.comparing(provider -> !provider.womenOnly());
        return metViolence(caseNumber)
                ? usable.values().stream().sorted(womenOnlyFirst).toList()
                : List.copyOf(usable.values());
    }

    private boolean metViolence(String caseNumber) {
        return KnownViolence.in(facts.of(caseNumber));
    }

    private String reason(String caseNumber, Provider provider, boolean others, Map<Provider, String> full) {
        StringBuilder reason = new StringBuilder(others ? "Next best match" : "Best match");
        reason.append(" for the service, her district and her language; agreement in force until ");
        reason.append(provider.agreedUntil());
        if (provider.womenOnly()) {
            reason.append(
                    metViolence(caseNumber) ? "; for women only, asked first because of violence" : "; for women only");
        }
        if (full.containsKey(provider)) {
            reason.append("; ").append(full.get(provider)).append(", and nobody else has room");
        } else {
            full.forEach((other, how) ->
                    reason.append("; ").append(other.name()).append(" is ").append(how));
        }
        return reason.append('.').toString();
    }

    private static Provider provider(Map<String, Object> row) {
        return new Provider(
                (String) row.get("providerId"),
                (String) row.get("name"),
                (String) row.get("contact"),
                LocalDate.parse((String) row.get("mouValidUntil")),
                Boolean.TRUE.equals(row.get("womenOnly")),
                row.get("capacity") instanceof Number capacity
                        ? OptionalInt.of(capacity.intValue())
                        : OptionalInt.empty());
    }
}
