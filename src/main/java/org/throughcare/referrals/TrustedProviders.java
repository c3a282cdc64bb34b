package org.throughcare.referrals;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * preference; where she has met violence, services for women only come first.
 */
@Component
public class TrustedProviders {

    private static final String TABLE = "trustedProviders";

    private final Decisions decisions;
    private final CaseFiles cases;
    private final Facts facts;
    private final WorkingCalendar calendar;

    TrustedProviders(Decisions decisions, CaseFiles cases, Facts facts, WorkingCalendar calendar) {
        this.decisions = decisions;
        this.cases = cases;
        this.facts = facts;
        this.calendar = calendar;
    }

    /** Every provider for that service that may be asked for her today, best first. */
    public List<Provider> forService(String caseNumber, String service) {
        CaseFile file = cases.get(caseNumber);
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("service", service);
        inputs.put("district", file.homeDistrict());
        inputs.put("language", file.language());
        return usable(caseNumber, decisions.ask(TABLE, inputs));
    }

    /**
     * The provider to ask next, with the reason; the decision is kept with the case.
     *
     * @param asked ids of providers that were asked already
     */
    public Optional<Proposal> next(String caseNumber, String service, Collection<String> asked) {
        Decided decided = decisions.decide(TABLE, caseNumber, Map.of("service", service));
        Set<String> known = Set.copyOf(asked);
        return usable(caseNumber, decided).stream()
                .filter(provider -> !known.contains(provider.id()))
                .findFirst()
                .map(provider -> new Proposal(provider, reason(caseNumber, provider, !known.isEmpty())));
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
        Map<String, Object> known = facts.of(caseNumber);
        return Set.of("suspected", "known").contains(String.valueOf(known.get("familyThreat")))
                || "yes".equals(known.get("sexualViolence"))
                || "yes".equals(known.get("forcedMarriageRisk"))
                || Set.of("medium", "high").contains(String.valueOf(known.get("needAbuse")));
    }

    private String reason(String caseNumber, Provider provider, boolean others) {
        StringBuilder reason = new StringBuilder(others ? "Next best match" : "Best match");
        reason.append(" for the service, her district and her language; agreement in force until ");
        reason.append(provider.agreedUntil());
        if (provider.womenOnly()) {
            reason.append(
                    metViolence(caseNumber) ? "; for women only, asked first because of violence" : "; for women only");
        }
        return reason.append('.').toString();
    }

    private static Provider provider(Map<String, Object> row) {
        return new Provider(
                (String) row.get("providerId"),
                (String) row.get("name"),
                (String) row.get("contact"),
                LocalDate.parse((String) row.get("mouValidUntil")),
                Boolean.TRUE.equals(row.get("womenOnly")));
    }
}
