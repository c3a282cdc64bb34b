package org.throughcare.journey.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;
import org.throughcare.decisions.Decided;
import org.throughcare.decisions.DecisionConsumer;
import org.throughcare.decisions.DelegateCodes;

/** Who sits on the panel: {@code panelRoles}, one task for each. What members said at an earlier panel is set aside. */
@Component
class PanelMembersDecided implements DecisionConsumer {

    private final Facts facts;

    PanelMembersDecided(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String decision() {
        return "panelMembers";
    }

    @Override
    public void apply(String caseNumber, Decided decided, DelegateCodes codes) {
        List<String> roles = decided.rows().stream()
                .map(row -> (String) row.get("role"))
                .distinct()
                .toList();
        Map<String, Object> nothing = new HashMap<>();
        PanelContributions.KEYS.forEach(key -> nothing.put(key, null));
        roles.forEach(role -> facts.put(caseNumber, PanelContributions.scope(role), nothing, decision()));
        codes.set("panelRoles", new ArrayList<>(roles));
    }
}
