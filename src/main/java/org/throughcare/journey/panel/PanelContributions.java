package org.throughcare.journey.panel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;
import org.throughcare.words.Words;

/** What each member of the panel has said beforehand, for the panel's form; who has not answered is shown too. */
@Component
class PanelContributions implements FormValueSource {

    static final List<String> KEYS = List.of("panelAttendance", "panelContribution", "programmesToExplain");

    private static final Map<String, String> COMES = Map.of("yes", "Yes", "substitute", "Sends someone", "no", "No");

    private final Facts facts;

    PanelContributions(Facts facts) {
        this.facts = facts;
    }

    /** Where the facts of one member are kept. */
    static String scope(String role) {
        return "panel:" + role;
    }

    @Override
    public String key() {
        return "panelContributions";
    }

    @Override
    public Object value(FormContext context) {
        return context.codes().get("panelRoles") instanceof Collection<?> roles
                ? roles.stream()
                        .map(role -> row(context.caseNumber(), role.toString()))
                        .toList()
                : List.of();
    }

    private Map<String, Object> row(String caseNumber, String role) {
        Map<String, Object> said = facts.of(caseNumber, scope(role));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("role", Words.spoken(role));
        row.put("attendance", COMES.getOrDefault(said.getOrDefault("panelAttendance", ""), "Has not answered"));
        row.put("contribution", said.getOrDefault("panelContribution", ""));
        row.put("programmes", said.getOrDefault("programmesToExplain", ""));
        return row;
    }
}
