package org.throughcare.decisions;

import java.util.List;
import java.util.Map;

/**
 * A decision with its reasons.
 *
 * @param decision the table's id
 * @param version the version that decided
 * @param inputs what it looked at, by input name; unknown inputs are null
 * @param rules the rules that fired, in the table's order
 */
public record Decided(String decision, int version, Map<String, Object> inputs, List<MatchedRule> rules) {

    /** What each fired rule says. */
    public List<Map<String, Object>> rows() {
        return rules.stream().map(MatchedRule::outputs).toList();
    }

    /**
     * What the one fired rule says.
     *
     * @throws IllegalStateException when no rule or more than one fired
     */
    public Map<String, Object> only() {
        if (rules.size() != 1) {
            throw new IllegalStateException("The table " + decision + " (version " + version + ") gave " + rules.size()
                    + " results where one is needed. An analyst must close the gap or overlap.");
        }
        return rules.get(0).outputs();
    }
}
