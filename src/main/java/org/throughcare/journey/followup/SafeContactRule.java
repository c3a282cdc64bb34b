package org.throughcare.journey.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;

/** How she may be reached and who may not know, in one text above every contact (domain rule 16). */
@Component
public class SafeContactRule implements FormValueSource {

    private static final Set<String> A_THREAT = Set.of("suspected", "known");
    private static final Map<String, String> MAY_KNOW = Map.of(
            "nobody",
            "nobody",
            "family",
            "her family",
            "partner",
            "her partner",
            "friend",
            "a friend",
            "services",
            "services");

    private final Facts facts;

    SafeContactRule(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String key() {
        return "safeContactRule";
    }

    @Override
    public Object value(FormContext context) {
        return String.join("\n", of(context.caseNumber()));
    }

    /** The rule line by line; its readers need a right to contact details and to safety. */
    public List<String> of(String caseNumber) {
        Map<String, Object> known = facts.of(caseNumber);
        List<String> lines = new ArrayList<>();
        Object way = known.get("safeContactWay");
        lines.add(way == null ? "Not agreed with her yet: ask her, and leave no message." : way.toString());
        if (A_THREAT.contains(String.valueOf(known.get("familyThreat")))) {
            lines.add("A threat from family or partner stands: no contact through them, and they learn nothing.");
        }
        if ("no".equals(known.get("familyContactSafe"))) {
            lines.add("Contact with her family is not safe.");
        }
        if (known.get("whoMayKnowReleaseDate") instanceof List<?> people) {
            lines.add("Who may know that she was released: "
                    + String.join(", ", people.stream().map(this::named).toList()) + ".");
        }
        return List.copyOf(lines);
    }

    private String named(Object code) {
        return MAY_KNOW.getOrDefault(String.valueOf(code), String.valueOf(code));
    }
}
