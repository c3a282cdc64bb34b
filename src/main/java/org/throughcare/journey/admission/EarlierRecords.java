package org.throughcare.journey.admission;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughcare.access.CaseAccess;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Journal;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/**
 * Earlier records that may be hers: an earlier stay under the same prison number, and cases under other numbers with
 * her date of birth and a name in common. Shown to the reception officer, who asks her (domain rule 1).
 */
@Component
class EarlierRecords implements FormValueSource {

    private final CaseFiles cases;
    private final Journal journal;
    private final CaseAccess access;

    EarlierRecords(CaseFiles cases, Journal journal, CaseAccess access) {
        this.cases = cases;
        this.journal = journal;
        this.access = access;
    }

    boolean exist(String caseNumber) {
        return !rows(caseNumber).isEmpty();
    }

    @Override
    public String key() {
        return "earlierRecords";
    }

    @Override
    public Object value(FormContext context) {
        return rows(context.caseNumber());
    }

    private List<Map<String, Object>> rows(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        List<Map<String, Object>> rows = new ArrayList<>(earlierStays(file));
        cases.withDateOfBirth(file.dateOfBirth()).stream()
                .filter(other -> !other.caseNumber().equals(caseNumber))
                .filter(other -> shareAName(file.womanName(), other.womanName()))
                .filter(other -> !access.isRestricted(other.caseNumber()))
                .map(other -> other.site().equals(file.site())
                        ? row(other, other.closingReason(), "Date of birth and name")
                        : atAnotherSite(other))
                .forEach(rows::add);
        return rows;
    }

    private List<Map<String, Object>> earlierStays(CaseFile file) {
        if (file.episode() < 2) {
            return List.of();
        }
        Object reason = journal.of(file.caseNumber()).stream()
                .map(entry -> entry.details().get("earlierClosingReason"))
                .filter(Objects::nonNull)
                .reduce(null, (earlier, later) -> later);
        return List.of(row(file, reason, "Prison number: an earlier stay"));
    }

    private static Map<String, Object> row(CaseFile file, Object closingReason, String foundBy) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("caseNumber", file.caseNumber());
        row.put("womanName", file.womanName());
        row.put("openedOn", file.openedAt().toString().substring(0, 10));
        row.put("status", file.status());
        row.put("closingReason", closingReason);
        row.put("foundBy", foundBy);
        return row;
    }

    /** It may be another woman: the other site is asked, and tells no name before. */
    private static Map<String, Object> atAnotherSite(CaseFile file) {
        Map<String, Object> row = row(file, null, "Date of birth and a name. Ask the other site.");
        row.put("womanName", "");
        return row;
    }

    private static boolean shareAName(String one, String other) {
        Set<String> names = names(one);
        return names(other).stream().anyMatch(names::contains);
    }

    private static Set<String> names(String fullName) {
        String plain = Normalizer.normalize(fullName, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(name -> name.length() > 1)
                .collect(Collectors.toSet());
    }
}
